/// <reference lib="dom" />
// Whether reruns leave anything behind: the memory of page and worker after many of them.

/** @typedef {import("playwright").Browser} Browser */
/** @typedef {import("playwright").CDPSession} Client */
/** @typedef {(what: string, unit: string, value: number) => void} Note */

const DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]';
const FIRST = 100;

/**
 * @param {Browser} browser
 * @param {string} site
 * @param {{ name: string, title: string }} app
 * @param {number} reruns
 * @param {Note} note
 */
export async function measureGrowth(browser, site, { name, title }, reruns, note) {
  const page = await browser.newPage();
  await page.goto(`${site}?script=bench/apps/${name}.py`);
  await page.waitForSelector(DONE, { timeout: 120_000 });
  const read = await readerOf(page);
  await page.getByRole("slider").first().focus();
  await page.evaluate(rerunTimes, FIRST);
  const before = await read();
  await page.evaluate(rerunTimes, reruns - FIRST);
  const after = await read();
  for (const where of /** @type {const} */ (["page", "worker", "wasm"])) {
    note(`${title}: ${where}, after ${FIRST} reruns`, "MB", before[where] / 1e6);
    note(`${title}: ${where}, after ${reruns}`, "MB", after[where] / 1e6);
  }
  for (const where of /** @type {const} */ (["page", "worker", "wasm", "objects"])) {
    note(`${title}: ${where}, growth`, "%", (after[where] / before[where] - 1) * 100);
  }
  note(`${title}: nodes of the document, growth`, "", after.nodes - before.nodes);
  note(`${title}: listeners, growth`, "", after.listeners - before.listeners);
  await page.close();
}

/**
 * @typedef {object} Reading
 * @property {number} page bytes in use of the page's heap, after a collection
 * @property {number} worker the same of Python's worker, without the memory that Python itself has
 * @property {number} wasm bytes of that memory
 * @property {number} objects how many objects Python has there
 * @property {number} nodes of the document
 * @property {number} listeners
 */

/**
 * Answers how to read the memory of a page and of its worker.
 * @param {import("playwright").Page} page
 * @returns {Promise<() => Promise<Reading>>}
 */
async function readerOf(page) {
  const client = await page.context().newCDPSession(page);
  const worker = await workerOf(client);
  return async () => {
    await page.getByRole("button", { name: "Count" }).click();
    const text = await page.getByText(/^objects: /).textContent();
    await client.send("HeapProfiler.collectGarbage");
    await worker("HeapProfiler.collectGarbage");
    const ofPage = await client.send("Runtime.getHeapUsage");
    const ofWorker = await worker("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await client.send("Memory.getDOMCounters");
    return {
      page: ofPage.usedSize,
      worker: ofWorker.usedSize,
      wasm: ofWorker.backingStorageSize,
      objects: Number(text?.split(": ")[1]),
      nodes,
      listeners: jsEventListeners,
    };
  };
}

/**
 * Answers how to ask Python's worker: the one that has most in its memory.
 * @param {Client} client
 */
async function workerOf(client) {
  /** @type {string[]} */
  const sessions = [];
  /** @type {Map<number, (result: any) => void>} */
  const waiting = new Map();
  let last = 0;
  client.on("Target.attachedToTarget", ({ sessionId }) => sessions.push(sessionId));
  client.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await client.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  /** @param {string} sessionId @param {string} method @returns {Promise<any>} */
  const ask = async (sessionId, method) => {
    last += 1;
    const id = last;
    const answer = new Promise((resolve) => waiting.set(id, resolve));
    const message = JSON.stringify({ id, method });
    await client.send("Target.sendMessageToTarget", { sessionId, message });
    return await answer;
  };
  const sizes = await Promise.all(
    sessions.map(
      async (session) => (await ask(session, "Runtime.getHeapUsage")).backingStorageSize,
    ),
  );
  const python = sessions[sizes.indexOf(Math.max(...sizes))];
  if (python === undefined) throw new Error("The page has no worker.");
  return (/** @type {string} */ method) => ask(python, method);
}

/**
 * Runs in the page: presses an arrow key so many times, each when the last run is shown.
 * @param {number} times
 */
async function rerunTimes(times) {
  const slider = document.querySelector("input[type=range]");
  const app = document.querySelector('[data-testid="stApp"]');
  const target = document.querySelector('[data-testid="stMarkdown"]');
  for (let time = 0; time < times; time += 1) {
    const before = target?.textContent;
    await new Promise((resolve) => {
      const isOver = () =>
        target?.textContent !== before &&
        app?.getAttribute("data-test-script-state") === "notRunning";
      const observer = new MutationObserver(() => {
        if (!isOver()) return;
        observer.disconnect();
        // Not within the observer: the frame between two runs is a part of what is measured.
        setTimeout(resolve);
      });
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      const key = time % 2 ? "ArrowLeft" : "ArrowRight";
      for (const type of ["keydown", "keyup"]) {
        slider?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
      }
    });
  }
}
