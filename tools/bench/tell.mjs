/// <reference lib="dom" />
// In the page, before its own code: tells the host when the first element of the script's own run has
// been painted, when the app is complete, and when all is kept that the next visit begins with.
import { appHere, DONE, DONE_TITLE, FIRST } from "./apps.mjs";
import { tellHost } from "./tell-host.mjs";

const app = appHere();

/** What has been seen, in this order. */
const steps = [
  { name: "first", isSeen: () => isThere(FIRST) || isTitled() },
  {
    name: "complete",
    isSeen: () => (isThere(DONE) && (app?.also ?? []).every(isThere)) || isTitled(),
  },
];

const observer = new MutationObserver(look);
observer.observe(document, {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
});

function look() {
  while (steps[0]?.isSeen()) {
    const { name } = steps.shift() ?? { name: "" };
    afterPaint((time) => tellHost(name, time));
  }
  if (steps.length > 0) return;
  observer.disconnect();
  afterPaint(() => void tellKept());
}

/** @param {string} selector */
function isThere(selector) {
  return document.querySelector(selector) !== null;
}

/** Whether a script in a frame, which nobody can look into, says that it is over. */
function isTitled() {
  return document.title === DONE_TITLE;
}

/** The next frame has been drawn when a message arrives that was sent while it was begun. */
function afterPaint(/** @type {(time: number) => void} */ then) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  });
}

async function tellKept() {
  const { untilAllKept } = await import("./kept-here.mjs");
  await untilAllKept(Number(new URL(import.meta.url).searchParams.get("images")));
  tellHost("kept", performance.now());
}
