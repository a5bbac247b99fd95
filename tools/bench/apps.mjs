/// <reference lib="dom" />
// The apps whose starts are measured, and how it is seen that they are there; for the bench and for
// the pages that it measures.

const CHART = '[data-testid="stVegaLiteChart"] canvas';
const GRID = '[data-testid="stDataFrame"] canvas';

/** Of the script's own run: what the last visit has left may be shown before it. */
export const FIRST = '[data-testid="stMarkdown"]:not([data-last-visit] *)';
export const DONE =
  '[data-testid="stApp"][data-test-script-state="notRunning"]:not([data-last-visit])';

/**
 * @typedef {object} BenchApp
 * @property {string} name in the table
 * @property {string} script in apps/
 * @property {readonly string[]} also what has to be on the page, too, for it to be complete
 */

/** @type {Record<"hello" | "frame" | "altair", BenchApp>} */
export const STARTED = {
  hello: { name: "hello", script: "hello", also: [] },
  frame: { name: "frame", script: "frame", also: [CHART, GRID] },
  altair: { name: "altair", script: "altair-chart", also: [CHART] },
};

/** The app of the page that this runs in; undefined for another one. */
export function appHere() {
  const script = new URLSearchParams(globalThis.location.search).get("script");
  return Object.values(STARTED).find((one) => script === `bench/apps/${one.script}.py`);
}

/** The title of a tab whose script has come to its end, where its elements cannot be seen. */
export const DONE_TITLE = "the run is over";
