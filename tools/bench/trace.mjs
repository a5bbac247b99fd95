// The stages of a start as `?trace=1` records them, as a table with the critical path marked.

import { untilKept } from "./kept.mjs";

/** @typedef {import("playwright").BrowserContext} Context */

/**
 * @typedef {object} Stage times are milliseconds since the page was asked for
 * @property {string} where "page" or "worker"
 * @property {string} name
 * @property {number} start
 * @property {number} end
 */

/** As web/src/protocol/trace.ts has it. */
const PREFIX = "tabstream: ";
/** What ends so shortly before another begins was waited for. */
const NEAR_MS = 0.5;

/** Beside such a stage others go on, but it is the network's. */
const WAITS_FOR_NOTHING = /^(ask|read) /;

const LAST = "draw";
const TIMEOUT_MS = 120_000;

/**
 * Prints the stages of a first and a second visit to hello.
 * @param {Context} context of a browser that has never been anywhere
 * @param {string} site
 */
export async function printTraces(context, site) {
  for (const which of ["First", "Second"]) {
    const stages = await traceVisit(context, `${site}?script=bench/apps/hello.py&trace=1`);
    const waits = criticalPath(stages);
    console.log(`\n${which} visit\n\n|  | where | stage | from | to | ms | waited for |`);
    console.log("|---|---|---|---:|---:|---:|---:|");
    for (const stage of stages) {
      const { where, name, start, end } = stage;
      const wait = waits.get(stage);
      const figures = [start, end, end - start].map((time) => time.toFixed(0));
      const shown = wait === undefined ? "" : wait.toFixed(0);
      const mark = wait === undefined ? " " : "●";
      console.log(`| ${mark} | ${where} | ${name} | ${figures.join(" | ")} | ${shown} |`);
    }
  }
}

/**
 * Opens an app, waits for all that it leaves for the next visit, and answers the stages of its start
 * in the order in which they began.
 * @param {Context} context
 * @param {string} address
 * @returns {Promise<Stage[]>}
 */
async function traceVisit(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  const isDrawn = (/** @type {string} */ name) => performance.getEntriesByName(name).length > 0;
  await page.waitForFunction(isDrawn, PREFIX + LAST, { timeout: TIMEOUT_MS });
  const read = (/** @type {string} */ prefix) => {
    const measures = performance.getEntriesByType("measure");
    const ours = measures.filter(({ name }) => name.startsWith(prefix));
    return {
      origin: performance.timeOrigin,
      entries: ours.map(({ name, startTime, duration }) => ({ name, startTime, duration })),
    };
  };
  const onPage = await page.evaluate(read, PREFIX);
  const workers = await Promise.all(page.workers().map((worker) => worker.evaluate(read, PREFIX)));
  await untilKept(page, 1);
  await page.close();
  /** @type {(where: string, record: typeof onPage) => Stage[]} */
  const stagesOf = (where, { origin, entries }) =>
    entries.map(({ name, startTime, duration }) => {
      const start = origin - onPage.origin + startTime;
      return { where, name: name.slice(PREFIX.length), start, end: start + duration };
    });
  const stages = [
    ...stagesOf("page", onPage),
    ...workers.flatMap((record) => stagesOf("worker", record)),
  ];
  return stages.toSorted((one, other) => one.start - other.start || other.end - one.end);
}

/**
 * Finds what the last stage waited for, backwards: in a stage, the one that ended last meanwhile;
 * before it, the one that ended last before it began.
 * @param {readonly Stage[]} stages
 * @returns {Map<Stage, number>} how long each stage of the path was waited for
 */
export function criticalPath(stages) {
  /** @type {Map<Stage, number>} */
  const waits = new Map();
  let stage = stages.find(({ name }) => name === LAST) ?? lastOf(stages);
  let time = stage?.end ?? 0;
  while (stage) {
    const { start } = stage;
    const current = stage;
    const open = stages.filter((other) => other !== current && !waits.has(other));
    const within = WAITS_FOR_NOTHING.test(current.name)
      ? undefined
      : lastOf(open.filter((other) => other.end > start + NEAR_MS && other.end < time));
    const begun = within ? within.end : start;
    waits.set(current, (waits.get(current) ?? 0) + time - begun);
    const next = within ?? lastOf(open.filter((other) => other.end <= start + NEAR_MS));
    time = next ? Math.min(next.end, begun) : begun;
    stage = next;
  }
  return waits;
}

/**
 * The stage that ends last.
 * @param {readonly Stage[]} stages
 * @returns {Stage | undefined}
 */
function lastOf(stages) {
  return stages.reduce(
    (/** @type {Stage | undefined} */ last, stage) =>
      last === undefined || stage.end > last.end ? stage : last,
    undefined,
  );
}
