/// <reference lib="dom" />
// How long it takes from a key press on the focused slider to the new text.

/** @typedef {import("playwright").Page} Page */

/**
 * @typedef {object} Rerun
 * @property {number} text milliseconds until the new text is in the document
 * @property {number} frame milliseconds until the frame begins that shows it
 * @property {number} painted milliseconds to the frame after the one that has the new text
 * @property {number} idle milliseconds until no task of more than 50 ms came for 200 ms
 */

/**
 * Presses ArrowRight on the slider and waits for the text to change.
 * @param {Page} page
 * @returns {Promise<Rerun>}
 */
export async function measureRerun(page) {
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
