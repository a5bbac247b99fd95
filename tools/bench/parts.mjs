// The parts of the bench: what each is, how often it is measured, and by what.
import { inBrowser, inNewProfile } from "./browser.mjs";
import { measureCalls, measureStarts as measureStartsWithResults } from "./caching.mjs";
import { measureCallsOfSt } from "./calls.mjs";
import { measureDrags } from "./drags.mjs";
import { measureFloor } from "./floor.mjs";
import { measureGrowth } from "./growth.mjs";
import { measureHealing } from "./heal.mjs";
import { measureTaking } from "./images.mjs";
import { measureSlowLink } from "./links.mjs";
import { measureMemory } from "./memory.mjs";
import { measurePhone } from "./phone.mjs";
import { measureReruns } from "./reruns.mjs";
import { serveSite } from "./server.mjs";
import { measureStarts } from "./starts.mjs";
import { measureTen } from "./ten.mjs";
import { measureBytes } from "./wire.mjs";

/** @typedef {import("./table.mjs").Note} Note */

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} title what is measured and how, for the table and the help
 * @property {number} rounds unless others are asked for; those that are dear have few
 * @property {(browser: string, rounds: number, note: Note) => Promise<void>} measure
 */

/** Apps whose first slider is dragged. */
const DRAGGED = [
  { script: "bench/apps/hello.py", title: "hello" },
  { script: "examples/explorer/app.py", title: "explorer" },
];

/** The app that is run very often, and how often in each round. */
const REPEATED = { name: "growth", title: "something of everything" };
const REPEATS = 1_000;

/** @type {readonly Part[]} in the order in which they are measured */
export const PARTS = [
  {
    name: "starts",
    title:
      "an app in a new profile (cold), once more in the same browser (warm), and in one that was " +
      "closed and opened again (restart)",
    rounds: 3,
    measure: measureStarts,
  },
  {
    name: "links",
    title:
      "the same over 10 Mbit/s, shared by all connections, with 40 ms of latency; from a host that " +
      "compresses",
    rounds: 1,
    measure: measureSlowLink,
  },
  {
    name: "phone",
    title:
      "the same on a processor that is 4 times slower: all processes of the browser are stopped " +
      "for 12 of every 16 ms",
    rounds: 1,
    measure: measurePhone,
  },
  {
    name: "floor",
    title: "the least that a start takes: wasm compiled, a memory filled, one paint",
    rounds: 10,
    measure: measureFloor,
  },
  {
    name: "wire",
    title: "bytes over the network, as the host has sent them",
    rounds: 1,
    measure: (browser, _, note) => measureBytes(browser, note),
  },
  {
    name: "memory",
    title: "private memory of a tab's process, once it changes no more; no spare worker in it",
    rounds: 2,
    measure: measureMemory,
  },
  {
    name: "ten",
    title: "ten apps in frames of one page, hello each, in a new profile",
    rounds: 3,
    measure: measureTen,
  },
  {
    name: "heal",
    title: "an endless loop is stopped, and Python replaced from its memory image",
    rounds: 10,
    measure: measureHealing,
  },
  {
    name: "reruns",
    title: "from a key press on the slider to the new text",
    rounds: 20,
    measure: measureReruns,
  },
  {
    name: "drags",
    title: "a thumb that is dragged for 5 s",
    rounds: 3,
    measure: onSite(async (browser, site, rounds, note) => {
      await inBrowser(browser, async (opened) => {
        for (const app of DRAGGED) await measureDrags(opened, site, app, rounds, note);
      });
    }),
  },
  {
    name: "growth",
    title: `what ${REPEATS} reruns a round leave in memory`,
    rounds: 2,
    measure: onSite(async (browser, site, rounds, note) => {
      await inBrowser(browser, async (opened) => {
        await measureGrowth(opened, site, REPEATED, rounds * REPEATS, note);
      });
    }),
  },
  {
    name: "calls",
    title: "the calls of `st.` in Python",
    rounds: 3,
    measure: onSite(async (browser, site, rounds, note) => {
      await inBrowser(browser, (opened) => measureCallsOfSt(opened, site, rounds, note));
    }),
  },
  {
    name: "caching",
    title: "calls that are served from a cache, and a start with many stored results",
    rounds: 5,
    measure: onSite(async (browser, site, rounds, note) => {
      await inNewProfile(browser, async (context) => {
        await measureCalls(context, site, note);
        await measureStartsWithResults(context, site, rounds, note);
      });
    }),
  },
  {
    name: "images",
    title: "the build's memory images, taken as if nobody had taken them before",
    rounds: 1,
    measure: (_browser, _rounds, note) => measureTaking(note),
  },
];

/**
 * A part that is measured on the site as a plain host serves it.
 * @param {(browser: string, site: string, rounds: number, note: Note) => Promise<void>} measure
 * @returns {Part["measure"]}
 */
function onSite(measure) {
  return async (browser, rounds, note) => {
    const server = await serveSite();
    try {
      await measure(browser, server.address, rounds, note);
    } finally {
      server.close();
    }
  };
}
