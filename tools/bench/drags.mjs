/// <reference lib="dom" />
// A thumb that is dragged: how many runs a second are shown, and how far they are behind the hand.

/** @typedef {import("playwright").Browser} Browser */
/** @typedef {import("playwright").Page} Page */
/** @typedef {(what: string, unit: string, value: number) => void} Note */

const DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]';
const TIMEOUT_MS = 120_000;
const DRAG_MS = 5_000;

/**
 * @typedef {object} Drag
 * @property {number} shown how many runs were shown
 * @property {number} seconds from the first move to the last
 * @property {number[]} behind of each value: how many runs ended until one that has it
 * @property {number[]} lags of each value: milliseconds until the frame after such a run began
 */

/**
 * @param {Browser} browser
 * @param {string} site
 * @param {{ script: string, title: string }} app
 * @param {number} rounds
 * @param {Note} note
 */
export async function measureDrags(browser, site, { script, title }, rounds, note) {
  const page = await browser.newPage();
  await page.addInitScript(listenToRuns);
  await page.goto(`${site}?script=${script}`);
  await page.waitForSelector(DONE, { timeout: TIMEOUT_MS });
  for (let round = 0; round < rounds; round += 1) {
    const { shown, seconds, behind, lags } = await drag(page);
    const sorted = lags.toSorted((one, other) => one - other);
    note(`${title}: dragged, runs shown`, "/s", shown / seconds);
    note(`${title}: dragged, runs behind the hand at most`, "", Math.max(...behind));
    note(`${title}: dragged, behind the hand`, "ms", sorted[sorted.length >> 1] ?? Number.NaN);
    note(`${title}: dragged, behind the hand at most`, "ms", sorted.at(-1) ?? Number.NaN);
  }
  await page.close();
}

/**
 * Drags the first thumb up and down its track.
 * @param {Page} page
 * @returns {Promise<Drag>}
 */
async function drag(page) {
  const track = await page.locator(".ts-slider-track").first().boundingBox();
  const thumb = await page.locator(".ts-slider-thumb").first().boundingBox();
  if (!track || !thumb) throw new Error("There is no slider to drag.");
  const y = thumb.y + thumb.height / 2;
  await page.mouse.move(thumb.x + thumb.width / 2, y);
  await page.mouse.down();
  await page.evaluate(() => /** @type {any} */ (window).drag.begin());
  const began = performance.now();
  for (let time = 0; time < DRAG_MS; time = performance.now() - began) {
    // There and back in two seconds, at the same speed; the mouse stays inside of the track.
    const place = 0.02 + 0.96 * Math.abs(((time / 1000 + 1) % 2) - 1);
    await page.mouse.move(track.x + place * track.width, y);
  }
  const result = await page.evaluate(() => /** @type {any} */ (window).drag.end());
  await page.mouse.up();
  await page.waitForSelector(DONE);
  return result;
}

/**
 * Runs in the page before anything else: listens to what the page and its worker say to each other,
 * and to the moves of the thumb.
 */
function listenToRuns() {
  /** Values of the thumb that no run has shown yet: when they were set, and how many runs have ended. */
  let waiting = /** @type {{ value: string, at: number, ended: number }[]} */ ([]);
  let ended = 0;
  let began = 0;
  let newest = "";
  /** @type {number[]} */
  let behind = [];
  /** @type {number[]} */
  let lags = [];
  /** The values that a request was sent with, by its number. */
  const sent = new Map();
  let request = 0;

  const value = () =>
    [...document.querySelectorAll("input[type=range]")]
      .map((input) => /** @type {HTMLInputElement} */ (input).value)
      .join();
  window.addEventListener("pointermove", () => {
    // After react-aria has heard of it.
    queueMicrotask(() => {
      const now = value();
      if (now === newest) return;
      newest = now;
      waiting.push({ value: now, at: performance.now(), ended });
    });
  });

  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (
    /** @type {any} */ message,
    /** @type {any} */ transfer,
  ) {
    if (message?.type === "python" && message.text.includes('"type":"run"')) {
      const { id, widgets } = JSON.parse(message.text);
      sent.set(id, performance.now());
      void widgets;
    }
    return post.call(this, message, transfer);
  };
  const onmessage = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage");
  Object.defineProperty(Worker.prototype, "onmessage", {
    ...onmessage,
    set(/** @type {((event: MessageEvent) => void) | null} */ listener) {
      onmessage?.set?.call(
        this,
        listener &&
          ((/** @type {MessageEvent} */ event) => {
            listener.call(this, event);
            const { type, text } = event.data;
            if (type !== "python" || !text.includes('"type":"run_')) return;
            const message = JSON.parse(text);
            if (message.type === "run_started") request = message.request;
            if (message.type === "run_ended") onEnd(sent.get(request) ?? 0);
          }),
      );
    },
  });

  /** @param {number} asked when the run that is over was asked for */
  function onEnd(asked) {
    ended += 1;
    const taken = waiting.filter(({ at }) => at <= asked);
    waiting = waiting.filter(({ at }) => at > asked);
    behind.push(...taken.map((one) => ended - one.ended));
    requestAnimationFrame(() => {
      lags.push(...taken.map(({ at }) => performance.now() - at));
    });
  }

  /** @type {any} */ (window).drag = {
    begin() {
      waiting = [];
      behind = [];
      lags = [];
      ended = 0;
      began = performance.now();
    },
    end: () => ({ shown: ended, seconds: (performance.now() - began) / 1000, behind, lags }),
  };
}
