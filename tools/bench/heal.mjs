/// <reference lib="dom" />
// How long an app is without Python when its worker has to be replaced.
import { inNewProfile } from "./browser.mjs";
import { serveSite } from "./server.mjs";

/** @typedef {import("./table.mjs").Note} Note */

const TIMEOUT_MS = 120_000;

/** Apps, by what they import. */
const APPS = { hello: "", pandas: "import pandas as pd\nimport numpy as np" };

/**
 * Stops an endless loop, with a spare worker and without. Each round is a loss and a run after it.
 * @param {string} browser its program
 * @param {number} rounds
 * @param {Note} note
 */
export async function measureHealing(browser, rounds, note) {
  const server = await serveSite();
  try {
    await inNewProfile(browser, async (context) => {
      for (const [name, imports] of Object.entries(APPS)) {
        for (const hasSpare of [false, true]) {
          const what = hasSpare ? `${name}, with a spare` : name;
          const page = await context.newPage();
          page.setDefaultTimeout(TIMEOUT_MS);
          await page.goto(`${server.address}bench/heal.html`);
          await page.evaluate((app) => /** @type {any} */ (window).openApp(app), {
            imports,
            hasSpare,
          });
          for (let round = 0; round < rounds; round += 1) {
            const stop = () => /** @type {any} */ (window).stopLoop();
            const { wait, heal, run } = await page.evaluate(stop);
            note(`${what}: from Stop until the worker is given up`, "ms", wait);
            note(`${what}: from then until Python is there again`, "ms", heal);
            note(`${what}: from then until the next run is over`, "ms", run);
            process.stderr.write(`heal: ${what}, ${round + 1} of ${rounds}\r`);
          }
          await page.close();
        }
      }
    });
  } finally {
    server.close();
  }
}
