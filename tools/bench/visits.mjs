/// <reference lib="dom" />
// How long an app takes from the address to its first element, and to being complete.

/** @typedef {import("playwright").BrowserContext} Context */
/** @typedef {import("playwright").Page} Page */

/** Of the script's own run: what the last visit has left may be shown before it. */
const FIRST = '[data-testid="stMarkdown"]:not([data-last-visit] *)';
const DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]';
const TIMEOUT_MS = 120_000;

/**
 * @typedef {object} BenchApp
 * @property {string} name in the table
 * @property {string} script in apps/
 * @property {readonly string[]} also what has to be on the page, too, for it to be complete
 */

const CHART = '[data-testid="stVegaLiteChart"] canvas';
const GRID = '[data-testid="stDataFrame"] canvas';

/** @type {Record<"hello" | "frame" | "altair", BenchApp>} */
export const STARTED = {
  hello: { name: "hello", script: "hello", also: [] },
  frame: { name: "frame", script: "frame", also: [CHART, GRID] },
  altair: { name: "altair", script: "altair-chart", also: [CHART] },
};

/**
 * @typedef {object} Visit
 * @property {number} first milliseconds to the first element of the script's own run
 * @property {number} complete milliseconds until the run is over and what it drew is there
 */

/**
 * Opens an app in a new tab of a context and closes it again.
 * @param {Context} context
 * @param {string} address
 * @param {readonly string[]} [also] what has to be on the page, too, for the app to be complete
 * @param {(page: Page) => Promise<unknown>} [before] it is closed
 * @returns {Promise<Visit>}
 */
export async function visit(context, address, also = [], before = async () => {}) {
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForSelector(FIRST, { timeout: TIMEOUT_MS });
  const first = performance.now() - start;
  await page.waitForSelector(DONE, { timeout: TIMEOUT_MS });
  for (const selector of also) await page.waitForSelector(selector, { timeout: TIMEOUT_MS });
  const complete = performance.now() - start;
  await before(page);
  await page.close();
  return { first, complete };
}

/**
 * @param {Context} context
 * @param {string} site
 * @param {BenchApp} app
 * @param {(page: Page) => Promise<unknown>} [before] it is closed
 */
export function visitApp(context, site, { script, also }, before) {
  return visit(context, `${site}?script=bench/apps/${script}.py`, also, before);
}

/**
 * How long Pyodide alone takes in the same browser: the yardstick of a noisy machine.
 * @param {Context} context
 * @param {string} site
 */
export async function visitBare(context, site) {
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(`${site}bench/bare.html`);
  await page.waitForFunction(() => document.title === "ready", null, { timeout: TIMEOUT_MS });
  const time = performance.now() - start;
  await page.close();
  return time;
}
