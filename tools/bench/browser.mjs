// The browsers that are measured, and how they are started.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright";

/** @typedef {import("playwright").Browser} Browser */
/** @typedef {import("playwright").BrowserContext} Context */

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Frames come as fast as they are drawn. A screen's beat of 17 ms, twice, is otherwise most of what
 * a quick rerun takes, and says nothing of the program.
 */
export const UNTIMED = [...FLAGS, "--disable-frame-rate-limit"];

/**
 * Hands out a profile in which nothing has ever been kept. It is on disk, as a person's is: what is
 * kept in memory alone is too small for a second visit to find anything.
 * @template T
 * @param {(profile: string) => Promise<T>} work
 */
export async function withProfile(work) {
  const profile = await mkdtemp(path.join(tmpdir(), "tabstream-bench-"));
  try {
    return await work(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Works in a browser with a profile, and closes it.
 * @template T
 * @param {string} executablePath
 * @param {string} profile
 * @param {(context: Context) => Promise<T>} work
 */
export async function inProfile(executablePath, profile, work) {
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: FLAGS });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

/**
 * Works in a browser that has never been anywhere.
 * @template T
 * @param {string} executablePath
 * @param {(context: Context) => Promise<T>} work
 */
export async function inNewProfile(executablePath, work) {
  return await withProfile((profile) => inProfile(executablePath, profile, work));
}

/**
 * Works in a browser that keeps nothing.
 * @param {string} executablePath
 * @param {(browser: Browser) => Promise<void>} work
 * @param {string[]} [args]
 */
export async function inBrowser(executablePath, work, args = FLAGS) {
  const browser = await chromium.launch({ executablePath, args });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

/**
 * What the system runs for a browser.
 * @param {Browser | null} browser
 * @returns {Promise<{ type: string, id: number }[]>}
 */
export async function processesOf(browser) {
  if (!browser) throw new Error("The browser does not tell of its processes.");
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send("SystemInfo.getProcessInfo");
  await client.detach();
  return processInfo;
}
