/// <reference lib="dom" />
// The private memory of a tab's renderer process, in megabytes. A spare worker is not counted.

import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { STARTED } from "./apps.mjs";
import { inNewProfile, processesOf } from "./browser.mjs";
import { untilKept } from "./kept.mjs";
import { serveSite } from "./server.mjs";
import { visitApp } from "./visits.mjs";

/** @typedef {import("./table.mjs").Note} Note */

/** Two readings that differ by less are the same. */
const SAME_MB = 1;
const BETWEEN_MS = 5_000;
const MOST_READINGS = 10;

/**
 * The memory of tabs whose Python was restored from the network, and from the kept image.
 * @param {string} browser its program
 * @param {number} rounds
 * @param {Note} note
 */
export async function measureMemory(browser, rounds, note) {
  for (const how of /** @type {const} */ (["", "plain"])) {
    const withImages = how !== "plain";
    const server = await serveSite({ withImages });
    try {
      for (let round = 0; round < rounds; round += 1) {
        for (const app of [STARTED.hello, STARTED.frame]) {
          await inNewProfile(browser, async (context) => {
            await context.addInitScript(refuseSpares);
            for (const which of ["first", "later"]) {
              await visitApp(context, server.address, app, async (page) => {
                await untilKept(page, withImages ? 1 : 0);
                const memory = await settledMemory(context.browser());
                note(`${app.name}: memory of the tab, ${which} visit`, "MB", memory, how);
              });
            }
          });
        }
      }
    } finally {
      server.close();
    }
  }
}

/** Runs in the page: a machine with so little memory is given no spare worker. */
export function refuseSpares() {
  Object.defineProperty(Navigator.prototype, "deviceMemory", { value: 1 });
}

/**
 * The memory once it changes no more: what was used to start is given back bit by bit.
 * @param {import("playwright").Browser | null} browser
 */
export async function settledMemory(browser) {
  let last = await rendererMemory(browser);
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    await setTimeout(BETWEEN_MS);
    const now = await rendererMemory(browser);
    if (Math.abs(now - last) < SAME_MB) return now;
    last = now;
  }
  return last;
}

/**
 * The largest renderer of the browser: that of the only tab with an app in it.
 * @param {import("playwright").Browser | null} browser
 */
export async function rendererMemory(browser) {
  const renderers = (await processesOf(browser)).filter(({ type }) => type === "renderer");
  return Math.max(...(await Promise.all(renderers.map(({ id }) => privateMemory(id)))));
}

/** @param {number} id of a process */
async function privateMemory(id) {
  const text = await readFile(`/proc/${id}/smaps_rollup`, "utf8").catch(() => "");
  const sizes = [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].map(([, size]) => Number(size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
