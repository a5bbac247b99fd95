/// <reference lib="dom" />
// What caches cost: a call that is served, and a start with results of earlier visits.
import { visit } from "./visits.mjs";

/** @typedef {import("playwright").BrowserContext} Context */
/** @typedef {(what: string, unit: string, value: number) => void} Note */

const DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]';
const TIMEOUT_MS = 120_000;
const STORED = 500;

/**
 * What calls cost, as the app measures them itself.
 * @param {Context} context
 * @param {string} site
 * @param {Note} note
 */
export async function measureCalls(context, site, note) {
  const page = await context.newPage();
  await page.goto(`${site}?script=bench/apps/caching.py`);
  await page.waitForSelector(DONE, { timeout: TIMEOUT_MS });
  for (const line of await page.getByTestId("stText").allInnerTexts()) {
    const [what = "", time] = line.split(": ");
    note(`cache: ${what}`, "ms", Number(time));
  }
  await page.close();
}

/**
 * How much longer a start takes with many stored results: two apps that differ in that alone, in
 * turns, in one profile.
 * @param {Context} context
 * @param {string} site
 * @param {number} rounds
 * @param {Note} note
 */
export async function measureStarts(context, site, rounds, note) {
  const full = `${site}?script=bench/apps/kept-500.py`;
  const empty = `${site}?script=bench/apps/kept-none.py`;
  const page = await context.newPage();
  await page.goto(`${full}&fill=1`);
  await page.waitForSelector(DONE, { timeout: TIMEOUT_MS });
  await page.evaluate(untilStored, STORED);
  await page.close();
  await visit(context, empty); // the first of it, which fetches
  for (let round = 0; round < rounds; round += 1) {
    note("cache: start with nothing stored", "ms", await visit(context, empty));
    note("cache: start with 500 results of 100 kB", "ms", await visit(context, full));
  }
}

/**
 * Runs in the page: waits until so many results are in the browser's storage.
 * @param {number} wanted
 */
async function untilStored(wanted) {
  /** @type {<T>(request: IDBRequest<T>) => Promise<T>} */
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (;;) {
    const found = await indexedDB.databases();
    if (found.some(({ name }) => name === "tabstream results")) {
      const database = await done(indexedDB.open("tabstream results"));
      const count = await done(database.transaction("about").objectStore("about").count());
      database.close();
      if (count >= wanted) return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
