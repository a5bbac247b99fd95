// The page of an app that loops for ever when its query says so. It is told when Python is lost, and
// when it is there again: that is what is measured.
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

const isOver = ({ type, state }) => type === "state" && state === "notRunning";

window.openApp = async (spare) => {
  const { unit } = await read("unit.json");
  const { mount, siteLoader } = await import(new URL(unit, site).href);
  const index = await read("pyodide/packages.json");
  mount(document.querySelector("div"), port2, { loader: siteLoader(site), index });
  const files = new Map([["app.py", new TextEncoder().encode(SCRIPT)]]);
  const config = { "tabstream.spareWorker": spare };
  const project = { entry: "app.py", files, argv: [], query: [], page: "", config };
  const over = heard(isOver);
  const more = { indexUrls: null, resolved: null, keepsResults: false };
  port.postMessage({ type: "open", project: { ...project, ...more } });
  await over;
};

/** Bring the script into its loop, stop it, and run it to its end. */
window.stopLoop = async () => {
  const text = () => document.querySelector('[data-testid="stText"]')?.textContent;
  const before = text();
  port.postMessage({ type: "query", query: [["loop", "1"]] });
  while (text() === before) await new Promise(requestAnimationFrame);
  const start = performance.now();
  const healed = heard(({ type, healing }) => type === "healing" && healing?.isDone);
  port.postMessage({ type: "stop" });
  await healed;
  const there = performance.now();
  const over = heard(isOver);
  port.postMessage({ type: "query", query: [] });
  await over;
  return { there: there - start, run: performance.now() - there };
};
