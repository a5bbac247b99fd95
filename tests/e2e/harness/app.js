// Mounts one app of the files that a test hands in, and keeps what it says to its page.
const site = new URL("../../", import.meta.url).href;
const read = async (path) => (await fetch(new URL(path, site))).json();
const encoder = new TextEncoder();

/** Texts as they are, other files as numbers. */
const asFiles = (files) =>
  new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === "string" ? encoder.encode(content) : Uint8Array.from(content),
    ]),
  );

const { port1: port, port2 } = new MessageChannel();
window.heard = [];
port.onmessage = ({ data }) => window.heard.push(data);

window.openApp = async (files, indexUrls = null, resolved = null) => {
  const parts = await read("unit.json");
  const { mount, siteLoader } = await import(new URL(parts.unit, site).href);
  const index = await read("pyodide/packages.json");
  mount(document.querySelector("div"), port2, { loader: siteLoader(site), index });
  const app = { entry: "app.py", argv: [], query: [], page: "", config: {} };
  const project = { ...app, files: asFiles(files), indexUrls, resolved };
  port.postMessage({ type: "open", project });
};

window.saveFiles = (files) => {
  port.postMessage({ type: "write_files", files: asFiles(files), removed: [], runs: true });
};
