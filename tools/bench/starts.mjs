// How long an app takes to be there: in a browser that has never seen it, in one that has, and in
// one that was closed and opened again.
import { STARTED } from "./apps.mjs";
import { withProfile } from "./browser.mjs";
import { serveSite } from "./server.mjs";
import { visitNote } from "./side-by-side.mjs";
import { inNewTabs, inTabs } from "./unwatched.mjs";
import { timeApp, timeBare } from "./visits.mjs";

/** @typedef {import("./table.mjs").Note} Note */
/** @typedef {import("./table.mjs").How} How */
/** @typedef {import("./apps.mjs").BenchApp} BenchApp */
/** @typedef {import("./server.mjs").Server} Server */

/** In a frame of its own, as somebody else's app is. */
const FRAMED = { name: "frame, somebody else's", script: "framed", also: [] };

/**
 * Measures all apps, round by round, so that a slow minute of the machine falls on all alike.
 * @param {string} browser its program
 * @param {number} rounds
 * @param {Note} note
 */
export async function measureStarts(browser, rounds, note) {
  const withImages = await serveSite({ tells: "starts" });
  const plain = await serveSite({ tells: "starts", withImages: false });
  const framed = await serveSite({ tells: "starts", framesAll: true });
  try {
    for (let round = 0; round < rounds; round += 1) {
      await inNewTabs(browser, async (tabs) => {
        note("bare Pyodide, cold", "ms", await timeBare(tabs, plain), "plain");
        note("bare Pyodide, warm", "ms", await timeBare(tabs, plain), "plain");
      });
      for (const app of Object.values(STARTED)) {
        await measureApp(browser, withImages, app, "", note);
        await measureApp(browser, plain, app, "plain", note);
      }
      await measureApp(browser, framed, FRAMED, "", note);
      process.stderr.write(`starts ${round + 1} of ${rounds}\r`);
    }
  } finally {
    for (const server of [withImages, plain, framed]) server.close();
  }
}

/**
 * @param {string} browser
 * @param {Server} server
 * @param {BenchApp} app
 * @param {How} how
 * @param {Note} note
 */
async function measureApp(browser, server, app, how, note) {
  const noteVisit = visitNote(note, app, how);
  await withProfile(async (profile) => {
    await inTabs(browser, profile, async (tabs) => {
      noteVisit("cold", await timeApp(tabs, server, app));
      noteVisit("warm", await timeApp(tabs, server, app));
    });
    await inTabs(browser, profile, async (tabs) => {
      noteVisit("restart", await timeApp(tabs, server, app));
    });
  });
}
