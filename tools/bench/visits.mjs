// How long an app takes from the address to its first element, and to being complete.
import { DONE, FIRST } from "./apps.mjs";

/** @typedef {import("playwright").BrowserContext} Context */
/** @typedef {import("playwright").Page} Page */
/** @typedef {import("./apps.mjs").BenchApp} BenchApp */
/** @typedef {import("./server.mjs").Server} Server of a kind that tells */
/** @typedef {import("./unwatched.mjs").Tabs} Tabs */

/**
 * @typedef {object} Visit
 * @property {number} first milliseconds until the first element of the script's own run is painted
 * @property {number} complete milliseconds until the run is over and what it drew is painted
 */

const TIMEOUT_MS = 120_000;

/**
 * Opens an app in a tab that nobody looks into, until all is kept that it leaves for the next visit.
 * @param {Tabs} tabs
 * @param {Server} server
 * @param {BenchApp} app
 * @returns {Promise<Visit>}
 */
export async function timeApp(tabs, server, app) {
  return await tabs.visit(addressOf(server.address, app), async () => {
    const [first, complete] = [await server.hear("first"), await server.hear("complete")];
    await server.hear("kept");
    // What is kept is compiled once before the next visit: web/src/offline/remembering.ts.
    await tabs.untilIdle();
    return { first, complete };
  });
}

/**
 * How long Pyodide alone takes in the same browser: the yardstick of a noisy machine.
 * @param {Tabs} tabs
 * @param {Server} server
 * @returns {Promise<number>}
 */
export async function timeBare(tabs, server) {
  const time = await tabs.visit(`${server.address}bench/bare.html`, () => server.hear("ready"));
  await tabs.untilIdle();
  return time;
}

/**
 * Opens an app in a new tab of a browser that is looked into, waits until it is complete, and closes it.
 * @param {Context} context
 * @param {string} address
 * @param {readonly string[]} [also] what has to be on the page, too, for the app to be complete
 * @param {(page: Page) => Promise<unknown>} [before] it is closed
 * @returns {Promise<number>} milliseconds, most of them the debugger's
 */
export async function visit(context, address, also = [], before = async () => {}) {
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  for (const selector of [FIRST, DONE, ...also]) {
    await page.waitForSelector(selector, { timeout: TIMEOUT_MS });
  }
  const complete = performance.now() - start;
  await before(page);
  await page.close();
  return complete;
}

/**
 * @param {Context} context
 * @param {string} site
 * @param {BenchApp} app
 * @param {(page: Page) => Promise<unknown>} [before] it is closed
 */
export function visitApp(context, site, app, before) {
  return visit(context, addressOf(site, app), app.also, before);
}

/** @param {string} site @param {BenchApp} app */
function addressOf(site, { script }) {
  return `${site}?script=bench/apps/${script}.py`;
}
