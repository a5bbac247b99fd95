/// <reference lib="dom" />
// In the page of an app: tells the host how long it took from each key press on the slider to the new
// text, to the frames that show it, and to rest.
import { appHere, DONE } from "./apps.mjs";
import { tellHost } from "./tell-host.mjs";

/**
 * @typedef {object} Rerun
 * @property {number} text milliseconds until the new text is in the document
 * @property {number} frame milliseconds until the frame begins that shows it
 * @property {number} painted milliseconds to the frame after the one that has the new text
 * @property {number} idle milliseconds until no task of more than 50 ms came for 200 ms
 */

const REST_MS = 200;
const TEXT = '[data-testid="stMarkdown"]';

const wanted = [DONE, ...(appHere()?.also ?? [])];

const started = new MutationObserver(begin);
started.observe(document, { subtree: true, childList: true, attributes: true });

function begin() {
  if (!wanted.every((selector) => document.querySelector(selector))) return;
  started.disconnect();
  /** @type {HTMLElement | null} */ (document.querySelector('input[type="range"]'))?.focus();
  watch();
  tellHost("ready", 0);
}

/** Looks for the next key press and what comes of it. */
function watch() {
  const before = textNow();
  let pressed = 0;
  let lastLong = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      lastLong = Math.max(lastLong, startTime + duration);
    }
  });
  tasks.observe({ type: "longtask" });
  const onPress = () => {
    pressed = performance.now();
  };
  window.addEventListener("keydown", onPress, { once: true, capture: true });
  const changed = new MutationObserver(() => {
    if (textNow() === before) return;
    changed.disconnect();
    const text = performance.now() - pressed;
    requestAnimationFrame(() => {
      const frame = performance.now() - pressed;
      requestAnimationFrame(() => {
        const painted = performance.now() - pressed;
        lastLong = Math.max(lastLong, performance.now());
        const rest = () => {
          const left = lastLong + REST_MS - performance.now();
          if (left > 0) return void setTimeout(rest, left);
          tasks.disconnect();
          tellHost("rerun", { text, frame, painted, idle: lastLong - pressed });
          watch();
        };
        rest();
      });
    });
  });
  changed.observe(document.body, { subtree: true, childList: true, characterData: true });
}

function textNow() {
  return document.querySelector(TEXT)?.textContent;
}
