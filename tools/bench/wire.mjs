/// <reference lib="dom" />
// How many bytes a visit takes over the network, by what the host has sent.
import { STARTED } from "./apps.mjs";
import { inNewProfile } from "./browser.mjs";
import { untilKept } from "./kept.mjs";
import { serveSite } from "./server.mjs";
import { visitApp } from "./visits.mjs";

/** @typedef {import("./table.mjs").Note} Note */

const HOSTS = [
  { compresses: false, name: "a host that compresses nothing" },
  { compresses: true, name: "a host that compresses" },
];

/**
 * Counts them: a second round would say the same.
 * @param {string} browser its program
 * @param {Note} note
 */
export async function measureBytes(browser, note) {
  for (const { compresses, name } of HOSTS) {
    for (const how of /** @type {const} */ (["", "plain"])) {
      const withImages = how !== "plain";
      const server = await serveSite({ withImages, compresses });
      /** @param {string} what @param {import("./server.mjs").Traffic} traffic */
      const noteTraffic = (what, { requests, bytes }) => {
        note(`${what}, ${name}`, "MB", bytes / 1e6, how);
        note(`${what}, requests, ${name}`, "", requests, how);
      };
      try {
        for (const app of Object.values(STARTED)) {
          await inNewProfile(browser, async (context) => {
            await context.addInitScript(hideSpeeds);
            server.takeTraffic();
            await visitApp(context, server.address, app, async (page) => {
              noteTraffic(`${app.name}: until it is there`, server.takeTraffic());
              await untilKept(page, withImages ? 1 : 0);
              noteTraffic(`${app.name}: in idle time afterwards`, server.takeTraffic());
            });
            await visitApp(context, server.address, app);
            noteTraffic(`${app.name}: second visit`, server.takeTraffic());
          });
        }
      } finally {
        server.close();
      }
    }
  }
}

/** Runs in the page: a busy machine is not taken for a slow link, over which no image is fetched. */
function hideSpeeds() {
  Object.defineProperty(PerformanceResourceTiming.prototype, "transferSize", { get: () => 0 });
}
