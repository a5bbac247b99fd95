// How long it takes from a key press on the focused slider to the new text.

import { UNTIMED } from "./browser.mjs";
import { keysOf } from "./keys.mjs";
import { serveSite } from "./server.mjs";
import { inNewTabs } from "./unwatched.mjs";

/** @typedef {import("./reruns-page.mjs").Rerun} Rerun */
/** @typedef {import("./server.mjs").Server} Server */
/** @typedef {import("./table.mjs").Note} Note */
/** @typedef {import("./unwatched.mjs").Tabs} Tabs */

const APPS = [
  { script: "hello", title: "hello" },
  { script: "lines-100", title: "100 lines" },
  { script: "lines-1000", title: "1,000 lines" },
  { script: "frame", title: "10,000 × 5 frame, grid and chart" },
];

/**
 * Measures all apps: with a screen's beat, and without one.
 * @param {string} browser its program
 * @param {number} rounds
 * @param {Note} note
 */
export async function measureReruns(browser, rounds, note) {
  const server = await serveSite({ tells: "reruns" });
  try {
    for (const { flags, how } of [{ how: "" }, { flags: UNTIMED, how: ", without a beat" }]) {
      const noteThis = (/** @type {Parameters<Note>} */ ...[what, unit, value]) =>
        note(`${what}${how}`, unit, value);
      const measureAll = async (/** @type {Tabs} */ tabs) => {
        for (const app of APPS) await measureApp(tabs, server, app, rounds, noteThis);
      };
      await inNewTabs(browser, measureAll, flags);
    }
  } finally {
    server.close();
  }
}

/**
 * @param {Tabs} tabs
 * @param {Server} server
 * @param {{ script: string, title: string }} app
 * @param {number} rounds
 * @param {Note} note
 */
async function measureApp(tabs, server, { script, title }, rounds, note) {
  await tabs.visit(`${server.address}?script=bench/apps/${script}.py`, async (debuggerAddress) => {
    await server.hear("ready");
    const keys = await keysOf(debuggerAddress);
    await tabs.untilIdle();
    await rerun(); // the first one warms up
    for (let round = 0; round < rounds; round += 1) {
      const { text, frame, painted, idle } = await rerun();
      note(`${title}: rerun, in the document`, "ms", text);
      note(`${title}: rerun, its frame`, "ms", frame);
      note(`${title}: rerun, painted`, "ms", painted);
      note(`${title}: rerun, idle`, "ms", idle);
    }
    keys.close();

    /** @returns {Promise<Rerun>} */
    async function rerun() {
      keys.press("ArrowRight", 39);
      const told = await server.hear("rerun");
      keys.release("ArrowRight", 39);
      return told;
    }
  });
}
