// Starts over a slow link: from a host that hands out the compressed copies, as a good one does.
import { inProfile, withProfile } from "./browser.mjs";
import { untilKept } from "./kept.mjs";
import { SLOW_LINK } from "./link.mjs";
import { serveSite } from "./server.mjs";
import { STARTED, visitApp } from "./visits.mjs";

/** @typedef {import("./table.mjs").Note} Note */

/**
 * @param {string} browser its program
 * @param {number} rounds
 * @param {Note} note
 */
export async function measureSlowLink(browser, rounds, note) {
  for (let round = 0; round < rounds; round += 1) {
    for (const app of [STARTED.hello, STARTED.frame]) {
      for (const how of /** @type {const} */ (["", "plain"])) {
        const withImages = how !== "plain";
        const server = await serveSite({ withImages, compresses: true, speed: SLOW_LINK });
        /** @param {string} which @param {import("./visits.mjs").Visit} visit */
        const noteVisit = (which, { first, complete }) => {
          note(`${app.name}: ${which}, first element`, "ms", first, how);
          note(`${app.name}: ${which}, complete`, "ms", complete, how);
        };
        try {
          await withProfile((profile) =>
            inProfile(browser, profile, async (context) => {
              const keep = (/** @type {import("playwright").Page} */ page) =>
                untilKept(page, withImages ? 1 : 0);
              noteVisit("cold", await visitApp(context, server.address, app, keep));
              noteVisit("warm", await visitApp(context, server.address, app));
            }),
          );
        } finally {
          server.close();
        }
      }
    }
    process.stderr.write(`links ${round + 1} of ${rounds}\r`);
  }
}
