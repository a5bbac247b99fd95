// Starts on a processor like a phone's, which is about four times slower than a desk's.
import { serveSite } from "./server.mjs";
import { measureSideBySide } from "./side-by-side.mjs";
import { SLOWNESS, whileSlow } from "./slow-processor.mjs";
import { inNewTabs } from "./unwatched.mjs";

/** @typedef {import("./table.mjs").Note} Note */

/**
 * @param {string} browser its program
 * @param {number} rounds
 * @param {Note} note
 */
export async function measurePhone(browser, rounds, note) {
  await noteSlowness(browser, note);
  await measureSideBySide(
    { part: "phone", browser, rounds, note },
    async ({ tabs, time, noteVisit }) => {
      noteVisit("cold", await whileSlow(tabs.processId, time));
      noteVisit("warm", await whileSlow(tabs.processId, time));
    },
  );
}

/**
 * Notes how much slower a computation in a worker is, really.
 * @param {string} browser its program
 * @param {Note} note
 */
async function noteSlowness(browser, note) {
  const server = await serveSite();
  try {
    await inNewTabs(browser, async (tabs) => {
      const compute = () =>
        tabs.visit(`${server.address}bench/computing.html`, () => server.hear("computed"));
      const usual = await compute();
      const slow = await whileSlow(tabs.processId, compute);
      note(`a computation in a worker, meant to be ${SLOWNESS} × slower`, "×", slow / usual);
    });
  } finally {
    server.close();
  }
}
