// The page of an app that loops for ever when its query says so. It is told when Python is lost, and
// when it is there again: that is what is measured.
import { tellHost } from "./tell-host.mjs";

const site = new URL("../", import.meta.url).href;
const read = async (path) => (await fetch(new URL(path, site))).json();

const SCRIPT = `
import streamlit as st
st.session_state.runs = st.session_state.get("runs", 0) + 1
st.text(st.session_state.runs)
if "loop" in st.query_params:
    while True:
        pass
`;

/** How many workers are to have booted after a run: the app's own, and a spare. */
let wanted = 1;
/** Those that have booted and were not ended since. */
const booted = new Set();
/** Called when a worker has booted. */
let onBooted = () => {};

const { port1: port, port2 } = new MessageChannel();
const listeners = new Set();
port.onmessage = ({ data }) => {
  for (const listener of listeners) listener(data);
};

/** Resolves with the next message of which something is true. */
function heard(isMeant) {
  return new Promise((resolve) => {
    const listener = (message) => {
      if (!isMeant(message)) return;
      listeners.delete(listener);
      resolve(message);
    };
    listeners.add(listener);
  });
}

/** Resolves when a run has begun and is over. */
async function runOver() {
  await heard(({ type, state }) => type === "state" && state === "running");
  await heard(({ type, state }) => type === "state" && state === "notRunning");
}

/** A loader whose workers are watched: nothing else tells that a spare is there. */
function watched(loader) {
  return {
    ...loader,
    async worker() {
      const worker = await loader.worker();
      worker.addEventListener("message", ({ data }) => {
        if (data.type !== "booted") return;
        booted.add(worker);
        onBooted();
      });
      const terminate = worker.terminate.bind(worker);
      worker.terminate = () => {
        booted.delete(worker);
        terminate();
      };
      return worker;
    },
  };
}

/** Resolves when there are as many workers as are wanted. */
async function untilAllBooted() {
  while (booted.size < wanted) {
    await new Promise((resolve) => {
      onBooted = resolve;
    });
  }
}

/** The memory image that an app with these packages starts from, kept as the page would keep it. */
async function keepImage({ images }, packages) {
  const wanted = images.find((image) => image.packages.includes("pandas") === packages.length > 0);
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle(encodeURIComponent(wanted.path), { create: true });
  const { body } = await fetch(new URL(wanted.path, site));
  await body.pipeThrough(new DecompressionStream("gzip")).pipeTo(await file.createWritable());
  return { kept: new Map([[wanted.path, file]]), mayFetch: true, refused: new Set() };
}

/** Open the app, and tell how each round of losing its worker went. */
async function measure({ imports, hasSpare, rounds }) {
  await openApp(imports, hasSpare);
  for (let round = 0; round < rounds; round += 1) {
    tellHost("healed", await stopLoop());
  }
}

async function openApp(imports, hasSpare) {
  const { unit } = await read("unit.json");
  const { mount, siteLoader } = await import(new URL(unit, site).href);
  const index = await read("pyodide/packages.json");
  const images = await keepImage(index, imports);
  wanted = hasSpare ? 2 : 1;
  mount(document.querySelector("div"), port2, { loader: watched(siteLoader(site)), index });
  const files = new Map([["app.py", new TextEncoder().encode(`${imports}\n${SCRIPT}`)]]);
  const config = { "tabstream.spareWorker": hasSpare };
  const project = { entry: "app.py", files, argv: [], query: [], page: "", config };
  const over = runOver();
  const more = { indexUrls: null, resolved: null, keepsResults: false, images };
  port.postMessage({ type: "open", project: { ...project, ...more } });
  await over;
}

/** Bring the script into its loop, stop it, and run it to its end. */
async function stopLoop() {
  await untilAllBooted();
  const text = () => document.querySelector('[data-testid="stText"]')?.textContent;
  const before = text();
  port.postMessage({ type: "query", query: [["loop", "1"]] });
  while (text() === before) await new Promise(requestAnimationFrame);
  const lost = heard(({ type, healing }) => type === "healing" && healing?.isDone === false);
  const healed = heard(({ type, healing }) => type === "healing" && healing?.isDone);
  const start = performance.now();
  port.postMessage({ type: "stop" });
  await lost;
  const givenUp = performance.now();
  await healed;
  const there = performance.now();
  const over = runOver();
  port.postMessage({ type: "query", query: [] });
  await over;
  const end = performance.now();
  return { wait: givenUp - start, heal: there - givenUp, run: end - there };
}

await measure(JSON.parse(new URLSearchParams(location.search).get("app")));
