// How long an app is without Python when its worker has to be replaced.
import { serveSite } from "./server.mjs";
import { inNewTabs } from "./unwatched.mjs";

/** @typedef {import("./table.mjs").Note} Note */

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
    await inNewTabs(browser, async (tabs) => {
      for (const [name, imports] of Object.entries(APPS)) {
        for (const hasSpare of [false, true]) {
          const what = hasSpare ? `${name}, with a spare` : name;
          const app = encodeURIComponent(JSON.stringify({ imports, hasSpare, rounds }));
          await tabs.visit(`${server.address}bench/heal.html?app=${app}`, async () => {
            for (let round = 0; round < rounds; round += 1) {
              const { wait, heal, run } = await server.hear("healed");
              note(`${what}: from Stop until the worker is given up`, "ms", wait);
              note(`${what}: from then until Python is there again`, "ms", heal);
              note(`${what}: from then until the next run is over`, "ms", run);
              process.stderr.write(`heal: ${what}, ${round + 1} of ${rounds}\r`);
            }
          });
        }
      }
    });
  } finally {
    server.close();
  }
}
