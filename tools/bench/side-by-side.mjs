// Apps from their memory images beside the same apps plainly, in turns: a slow minute of the machine
// falls on both.
import { inProfile, withProfile } from "./browser.mjs";
import { untilKept } from "./kept.mjs";
import { serveSite } from "./server.mjs";
import { STARTED } from "./visits.mjs";

/** @typedef {import("./table.mjs").Note} Note */
/** @typedef {import("./table.mjs").How} How */
/** @typedef {import("./visits.mjs").BenchApp} BenchApp */
/** @typedef {import("playwright").Page} Page */

/**
 * What a browser that has never been anywhere is to visit.
 * @typedef {object} Scene
 * @property {import("playwright").BrowserContext} context
 * @property {string} site
 * @property {BenchApp} app
 * @property {How} how
 * @property {(page: Page) => Promise<void>} keep waits for all that a visit leaves for the next one
 * @property {ReturnType<typeof visitNote>} noteVisit
 */

/**
 * @typedef {object} Round
 * @property {string} part what is shown while it goes on
 * @property {string} browser its program
 * @property {number} rounds
 * @property {Note} note
 * @property {import("./server.mjs").Kind} [host]
 */

/**
 * @param {Round} round
 * @param {(scene: Scene) => Promise<void>} visit
 */
export async function measureSideBySide({ part, browser, rounds, note, host }, visit) {
  for (let round = 0; round < rounds; round += 1) {
    for (const app of [STARTED.hello, STARTED.frame]) {
      for (const how of /** @type {const} */ (["", "plain"])) {
        const server = await serveSite({ ...host, withImages: how !== "plain" });
        const { address: site } = server;
        const noteVisit = visitNote(note, app, how);
        try {
          await withProfile((profile) =>
            inProfile(browser, profile, (context) =>
              visit({ context, site, app, how, keep: keepFor(how), noteVisit }),
            ),
          );
        } finally {
          server.close();
        }
      }
    }
    process.stderr.write(`${part} ${round + 1} of ${rounds}\r`);
  }
}

/**
 * How to wait for all that a visit leaves for the next one.
 * @param {How} how
 */
export function keepFor(how) {
  return (/** @type {Page} */ page) => untilKept(page, how === "plain" ? 0 : 1);
}

/**
 * How to note a visit.
 * @param {Note} note
 * @param {BenchApp} app
 * @param {How} how
 */
export function visitNote(note, app, how) {
  return (
    /** @type {string} */ which,
    /** @type {import("./visits.mjs").Visit} */ { first, complete },
  ) => {
    note(`${app.name}: ${which}, first element`, "ms", first, how);
    note(`${app.name}: ${which}, complete`, "ms", complete, how);
  };
}
