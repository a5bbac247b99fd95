// Reads every file of the site and hands it to a frame that may fetch none.
const site = new URL("../../../", import.meta.url).href;
const frame = document.querySelector("iframe");

window.openApp = async (paths) => {
  const read = async (path) => [path, await (await fetch(new URL(path, site))).arrayBuffer()];
  const files = new Map(await Promise.all(paths.map(read)));
  const script = new Uint8Array(await (await fetch("./app.py")).arrayBuffer());
  const isLoaded = new Promise((resolve) => {
    frame.onload = resolve;
  });
  frame.srcdoc = await (await fetch("./frame.html")).text();
  await isLoaded;
  const { port1, port2 } = new MessageChannel();
  const asking = new MessageChannel();
  asking.port1.onmessage = ({ data: { id, path } }) => {
    asking.port1.postMessage({ id, bytes: files.get(path.split("?")[0]) ?? null });
  };
  const json = (path) => JSON.parse(new TextDecoder().decode(files.get(path)));
  const parts = json("unit.json");
  const index = json("pyodide/packages.json");
  const known = { prepare: null, boot: null };
  const start = { parts, index, known, code: files.get(parts.modules) };
  frame.contentWindow.postMessage(start, "*", [asking.port2, port2]);
  const project = {
    entry: "app.py",
    files: new Map([["app.py", script]]),
    argv: ["framed"],
    query: [],
    page: "",
    config: {},
    indexUrls: null,
  };
  port1.postMessage({ type: "open", project });
};
