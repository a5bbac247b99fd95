/// <reference lib="dom" />
// How long an app is without Python when its worker has to be replaced.

/** @typedef {import("playwright").BrowserContext} Context */
/** @typedef {import("playwright").Page} Page */
/** @typedef {(what: string, unit: string, value: number) => void} Note */

const TIMEOUT_MS = 120_000;

/** So long after a run a spare has booted; nothing tells of it from outside. */
const SPARE_MS = 10_000;

/**
 * Stops an endless loop, with a spare worker and without. Each round is a loss and a run after it.
 * @param {Context} context
 * @param {string} site
 * @param {number} rounds
 * @param {Note} note
 */
export async function measureHealing(context, site, rounds, note) {
  for (const spare of [false, true]) {
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    await page.goto(`${site}bench/heal.html`);
    await page.evaluate((spare) => /** @type {any} */ (window).openApp(spare), spare);
    const what = spare ? "heal, with a spare" : "heal";
    for (let round = 0; round < rounds; round += 1) {
      if (spare) await page.waitForTimeout(SPARE_MS);
      const { there, run } = await page.evaluate(() => /** @type {any} */ (window).stopLoop());
      note(`${what}: from Stop until Python is there`, "ms", there);
      note(`${what}: from then until the next run is over`, "ms", run);
    }
    await page.close();
  }
}
