// A browser that nobody looks into, as a person's is. Playwright attaches a debugger to each tab and
// stops every worker until it has attached to that, too, which is half of what a start from an image
// takes. Here tabs are opened and closed from outside, and the pages tell the host what they measured.
import { spawn } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { FLAGS, withProfile } from "./browser.mjs";

const TIMEOUT_MS = 30_000;
const BETWEEN_MS = 50;

/** A browser is idle when it uses less than a twentieth of a core for this long. */
const IDLE_FOR_MS = 500;
const TICK_MS = 10;

/** The tabs of such a browser. */
export class Tabs {
  #port;
  /** Of the browser's own process, which leads the group of all of them. */
  processId;

  /** @param {number} port @param {number} processId */
  constructor(port, processId) {
    this.#port = port;
    this.processId = processId;
  }

  /**
   * Opens an address in a new tab, in front, does some work, and closes it.
   * @template T
   * @param {string} address
   * @param {(debuggerAddress: string) => Promise<T>} work where the tab could be looked into
   * @returns {Promise<T>}
   */
  async visit(address, work) {
    const { id, webSocketDebuggerUrl } = JSON.parse(await this.#ask("PUT", `new?${address}`));
    try {
      return await work(webSocketDebuggerUrl);
    } finally {
      await this.#ask("GET", `close/${id}`);
    }
  }

  /** Waits until the browser has nothing more to do. */
  async untilIdle() {
    const end = performance.now() + TIMEOUT_MS;
    let last = await processorTime(this.processId);
    while (performance.now() < end) {
      await setTimeout(IDLE_FOR_MS);
      const now = await processorTime(this.processId);
      if (now - last < IDLE_FOR_MS / 20) return;
      last = now;
    }
  }

  /** @param {string} method @param {string} command @returns {Promise<string>} */
  #ask(method, command) {
    const options = { host: "127.0.0.1", port: this.#port, path: `/json/${command}`, method };
    return new Promise((resolve, reject) => {
      const asked = request(options, async (response) => {
        response.setEncoding("utf8");
        let text = "";
        for await (const piece of response) text += piece;
        resolve(text);
      });
      asked.once("error", reject).end();
    });
  }
}

/**
 * Works in such a browser with a profile, once its own start is over, and ends it.
 * @template T
 * @param {string} executablePath
 * @param {string} profile
 * @param {(tabs: Tabs) => Promise<T>} work
 * @param {readonly string[]} [wanted] flags of the browser
 */
export async function inTabs(executablePath, profile, work, wanted = FLAGS) {
  const flags = [
    ...wanted,
    "--headless",
    `--user-data-dir=${profile}`,
    "--remote-debugging-port=0",
  ];
  const portFile = path.join(profile, "DevToolsActivePort");
  await rm(portFile, { force: true }); // the one before has left its own
  const browser = spawn(executablePath, [...flags, "about:blank"], {
    stdio: "ignore",
    detached: true, // a group of its own
  });
  const ended = new Promise((resolve) => browser.once("exit", resolve));
  if (browser.pid === undefined) throw new Error(`${executablePath} does not start.`);
  try {
    const tabs = new Tabs(await portIn(portFile), browser.pid);
    await tabs.untilIdle();
    return await work(tabs);
  } finally {
    browser.kill();
    await ended;
  }
}

/**
 * The same with a profile in which nothing has ever been kept.
 * @template T
 * @param {string} executablePath
 * @param {(tabs: Tabs) => Promise<T>} work
 * @param {readonly string[]} [flags] of the browser
 */
export async function inNewTabs(executablePath, work, flags = FLAGS) {
  return await withProfile((profile) => inTabs(executablePath, profile, work, flags));
}

/** Where a browser listens, which it writes down when it does. @param {string} file */
async function portIn(file) {
  const end = performance.now() + TIMEOUT_MS;
  while (performance.now() < end) {
    const [port, rest] = (await readFile(file, "utf8").catch(() => "")).split("\n");
    if (port && rest) return Number(port);
    await setTimeout(BETWEEN_MS);
  }
  throw new Error("The browser did not start.");
}

/**
 * What a group of processes has had of the processor so far, in milliseconds (proc(5)).
 * @param {number} group
 */
async function processorTime(group) {
  let ticks = 0;
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const text = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    if (Number(fields[2]) === group) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * TICK_MS;
}
