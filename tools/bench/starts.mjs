// How long an app takes to be there: in a browser that has never seen it, in one that has, and in
// one that was closed and opened again.
import { inNewProfile, inProfile, withProfile } from "./browser.mjs";
import { serveSite } from "./server.mjs";
import { keepFor, visitNote } from "./side-by-side.mjs";
import { STARTED, visitApp, visitBare } from "./visits.mjs";

/** @typedef {import("./table.mjs").Note} Note */
/** @typedef {import("./table.mjs").How} How */
/** @typedef {import("./visits.mjs").BenchApp} BenchApp */

/**
 * Measures all apps, round by round, so that a slow minute of the machine falls on all alike.
 * @param {string} browser its program
 * @param {number} rounds
 * @param {Note} note
 */
export async function measureStarts(browser, rounds, note) {
  const withImages = await serveSite();
  const plain = await serveSite({ withImages: false });
  try {
    for (let round = 0; round < rounds; round += 1) {
      await inNewProfile(browser, async (context) => {
        note("bare Pyodide, cold", "ms", await visitBare(context, plain.address), "plain");
      });
      for (const app of Object.values(STARTED)) {
        await measureApp(browser, withImages.address, app, "", note);
        await measureApp(browser, plain.address, app, "plain", note);
      }
      process.stderr.write(`starts ${round + 1} of ${rounds}\r`);
    }
  } finally {
    withImages.close();
    plain.close();
  }
}

/**
 * @param {string} browser
 * @param {string} site
 * @param {BenchApp} app
 * @param {How} how
 * @param {Note} note
 */
async function measureApp(browser, site, app, how, note) {
  const noteVisit = visitNote(note, app, how);
  await withProfile(async (profile) => {
    await inProfile(browser, profile, async (context) => {
      noteVisit("cold", await visitApp(context, site, app, keepFor(how)));
      noteVisit("warm", await visitApp(context, site, app));
    });
    await inProfile(browser, profile, async (context) => {
      noteVisit("restart", await visitApp(context, site, app));
    });
  });
}
