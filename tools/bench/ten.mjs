// Ten apps in the frames of one page: what they download, and how long the tenth takes to start.
import { inNewProfile } from "./browser.mjs";
import { refuseSpares, settledMemory } from "./memory.mjs";
import { serveSite } from "./server.mjs";

/** @typedef {import("./table.mjs").Note} Note */

/**
 * @param {string} browser its program
 * @param {number} rounds
 * @param {Note} note
 */
export async function measureTen(browser, rounds, note) {
  const server = await serveSite();
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const how of /** @type {const} */ (["in turn", "together"])) {
        await inNewProfile(browser, async (context) => {
          await context.addInitScript(refuseSpares);
          const page = await context.newPage();
          await page.goto(`${server.address}bench/ten.html`);
          server.takeTraffic();
          const times = await page.evaluate(startTen, how);
          const { bytes } = server.takeTraffic();
          const [first = 0, tenth = 0] = [times[0], times.at(-1)];
          if (how === "in turn") {
            note("the first app of ten, in turn", "ms", first);
            note("the tenth app", "ms", tenth);
            note("the tenth to the first", "%", (100 * tenth) / first);
            const memory = await settledMemory(context.browser());
            note("memory of the tab, an app", "MB", memory / times.length);
          } else {
            note("all ten, started together", "ms", Math.max(...times));
          }
          note(`downloads of ten apps, ${how}`, "MB", bytes / 1e6);
        });
      }
    }
  } finally {
    server.close();
  }
}

/**
 * Runs in the page, which has more of it in ten-page.js.
 * @param {"in turn" | "together"} how
 * @returns {Promise<number[]>}
 */
function startTen(how) {
  return /** @type {any} */ (globalThis).startTen(how);
}
