// Starts on a processor like a phone's, which is about four times slower than a desk's.
import { measureSideBySide } from "./side-by-side.mjs";
import { SLOWNESS, whileSlow } from "./slow-processor.mjs";
import { STARTED, visitApp } from "./visits.mjs";

/** @typedef {import("./table.mjs").Note} Note */
/** @typedef {import("playwright").BrowserContext} Context */

/**
 * @param {string} browser its program
 * @param {number} rounds
 * @param {Note} note
 */
export async function measurePhone(browser, rounds, note) {
  await measureSideBySide(
    { part: "phone", browser, rounds, note },
    async ({ context, site, app, how, keep, noteVisit }) => {
      if (app === STARTED.hello && how === "") await noteSlowness(context, note);
      const slowVisit = () => whileSlow(context, () => visitApp(context, site, app));
      noteVisit("cold", await slowVisit());
      // What was seen of the site is kept at full speed: that is nobody's waiting.
      await visitApp(context, site, app, keep);
      noteVisit("warm", await slowVisit());
    },
  );
}

/**
 * Notes how much slower a computation in a worker is, really.
 * @param {Context} context
 * @param {Note} note
 */
async function noteSlowness(context, note) {
  const page = await context.newPage();
  const [worker] = await Promise.all([
    page.waitForEvent("worker"),
    page.evaluate(() => void new Worker("data:text/javascript,0")),
  ]);
  const measure = () => worker.evaluate(computeFor);
  await measure(); // compiles it
  const usual = await measure();
  const slow = await whileSlow(context, measure);
  note(`a computation in a worker, meant to be ${SLOWNESS} × slower`, "×", slow / usual);
  await page.close();
}

/** Runs in a worker: how long it takes to count to a large number. */
function computeFor() {
  const start = performance.now();
  let sum = 0;
  for (let i = 0; i < 300_000_000; i += 1) sum = (sum + i) | 0;
  return sum === -1 ? 0 : performance.now() - start;
}
