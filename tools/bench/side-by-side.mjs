// Apps from their memory images beside the same apps plainly, in turns: a slow minute of the machine
// falls on both.
import { STARTED } from "./apps.mjs";
import { serveSite } from "./server.mjs";
import { inNewTabs } from "./unwatched.mjs";
import { timeApp } from "./visits.mjs";

/** @typedef {import("./table.mjs").Note} Note */
/** @typedef {import("./table.mjs").How} How */
/** @typedef {import("./apps.mjs").BenchApp} BenchApp */
/** @typedef {import("./visits.mjs").Visit} Visit */

/**
 * What a browser that has never been anywhere is to visit.
 * @typedef {object} Scene
 * @property {import("./unwatched.mjs").Tabs} tabs
 * @property {() => Promise<Visit>} time opens the app
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
        const server = await serveSite({ ...host, tells: "starts", withImages: how !== "plain" });
        const noteVisit = visitNote(note, app, how);
        try {
          await inNewTabs(browser, (tabs) =>
            visit({ tabs, time: () => timeApp(tabs, server, app), noteVisit }),
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
 * How to note a visit.
 * @param {Note} note
 * @param {BenchApp} app
 * @param {How} how
 */
export function visitNote(note, app, how) {
  return (/** @type {string} */ which, /** @type {Visit} */ { first, complete }) => {
    note(`${app.name}: ${which}, first element`, "ms", first, how);
    note(`${app.name}: ${which}, complete`, "ms", complete, how);
  };
}
