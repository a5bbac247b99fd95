/// <reference lib="dom" />
// How long it takes from a key press on the focused slider to the new text.

import { inBrowser, UNTIMED } from "./browser.mjs";
import { rendererMemory } from "./memory.mjs";
import { serveSite } from "./server.mjs";

/** @typedef {import("playwright").Browser} Browser */
/** @typedef {import("playwright").Page} Page */
/** @typedef {import("./table.mjs").Note} Note */

const APPS = [
  { script: "hello", title: "hello" },
  { script: "lines-100", title: "100 lines" },
  { script: "lines-1000", title: "1,000 lines" },
  { script: "frame", title: "10,000 × 5 frame, grid and chart", also: "stVegaLiteChart" },
];

/**
 * @typedef {object} Rerun
 * @property {number} text milliseconds until the new text is in the document
 * @property {number} frame milliseconds until the frame begins that shows it
 * @property {number} painted milliseconds to the frame after the one that has the new text
 * @property {number} idle milliseconds until no task of more than 50 ms came for 200 ms
 */

/**
 * Measures all apps: with a screen's beat, and without one.
 * @param {string} browser its program
 * @param {number} rounds
 * @param {Note} note
 */
export async function measureReruns(browser, rounds, note) {
  const server = await serveSite();
  try {
    for (const { args, how } of [{ how: "" }, { args: UNTIMED, how: ", without a beat" }]) {
      const measureAll = async (/** @type {Browser} */ opened) => {
        for (const app of APPS) {
          await measureApp(opened, server.address, app, rounds, (what, unit, value) =>
            note(`${what}${how}`, unit, value),
          );
        }
      };
      await inBrowser(browser, measureAll, args);
    }
  } finally {
    server.close();
  }
}

/**
 * @param {Browser} browser
 * @param {string} site
 * @param {{ script: string, title: string, also?: string }} app
 * @param {number} rounds
 * @param {Note} note
 */
async function measureApp(browser, site, { script, title, also }, rounds, note) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site}?script=bench/apps/${script}.py`);
  await page.waitForSelector('[data-test-script-state="notRunning"]', { timeout: 120_000 });
  if (also) await page.waitForSelector(`[data-testid="${also}"] canvas`);
  await measureRerun(page); // the first one warms up
  for (let round = 0; round < rounds; round += 1) {
    const { text, frame, painted, idle } = await measureRerun(page);
    note(`${title}: rerun, in the document`, "ms", text);
    note(`${title}: rerun, its frame`, "ms", frame);
    note(`${title}: rerun, painted`, "ms", painted);
    note(`${title}: rerun, idle`, "ms", idle);
  }
  note(`${title}: memory after the reruns`, "MB", await rendererMemory(browser));
  await context.close();
}

/**
 * Presses ArrowRight on the slider and waits for the text to change.
 * @param {Page} page
 * @returns {Promise<Rerun>}
 */
async function measureRerun(page) {
  await page.getByRole("slider").first().focus();
  await page.evaluate(watchForText);
  await page.keyboard.press("ArrowRight");
  return await page.evaluate(() => /** @type {any} */ (window).rerun);
}

/** Runs in the page: notes the key press, the frame after the change, and the last long task. */
function watchForText() {
  const target = document.querySelector('[data-testid="stMarkdown"]');
  const before = target?.textContent;
  let pressed = 0;
  let lastLong = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const task of list.getEntries()) {
      lastLong = Math.max(lastLong, task.startTime + task.duration);
    }
  });
  tasks.observe({ type: "longtask" });
  window.addEventListener(
    "keydown",
    () => {
      pressed = performance.now();
    },
    { once: true, capture: true },
  );
  /** @param {(rerun: Rerun) => void} resolve */
  const follow = (resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('[data-testid="stMarkdown"]')?.textContent === before) return;
      observer.disconnect();
      const text = performance.now();
      requestAnimationFrame(() => {
        const frame = performance.now() - pressed;
        requestAnimationFrame(() => {
          const painted = performance.now();
          lastLong = Math.max(lastLong, painted);
          const rest = () => {
            const left = lastLong + 200 - performance.now();
            if (left > 0) return void setTimeout(rest, left);
            tasks.disconnect();
            const [toText, toPaint] = [text - pressed, painted - pressed];
            resolve({ text: toText, frame, painted: toPaint, idle: lastLong - pressed });
          };
          rest();
        });
      });
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  };
  /** @type {any} */ (window).rerun = new Promise(follow);
}
