// How long an app takes from the address to its first element, and to being complete.

/** @typedef {import("playwright").Browser} Browser */
/** @typedef {import("playwright").BrowserContext} Context */

// What the last visit left on the page is no element of the script's own run.
const FIRST = '[data-testid="stMarkdown"]:not([data-last-visit] *)';
const DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]';
const TIMEOUT_MS = 120_000;

/**
 * @typedef {object} Visit
 * @property {number} first milliseconds to the first element of the script's own run
 * @property {number} complete milliseconds until the run is over and what it drew is there
 */

/**
 * Opens an app in a new tab of a context and closes it again.
 * @param {Context} context
 * @param {string} address
 * @param {string} [also] what has to be on the page, too, for the app to be complete
 * @returns {Promise<Visit>}
 */
export async function visit(context, address, also) {
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForSelector(FIRST, { timeout: TIMEOUT_MS });
  const first = performance.now() - start;
  await page.waitForSelector(DONE, { timeout: TIMEOUT_MS });
  if (also) await page.waitForSelector(also, { timeout: TIMEOUT_MS });
  const complete = performance.now() - start;
  await page.close();
  return { first, complete };
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
