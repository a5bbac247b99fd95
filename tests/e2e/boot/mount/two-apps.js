// A page of somebody else: it mounts the same unit twice, by the site's address.
const site = new URL("../../../", import.meta.url).href;
const read = async (path) => (await fetch(new URL(path, site))).json();
const parts = await read("unit.json");
for (const sheet of Object.values(parts.files).flatMap(({ css }) => css)) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(sheet, site).href;
  document.head.append(link);
}
const { mount, siteLoader } = await import(new URL(parts.unit, site).href);
const index = await read("pyodide/packages.json");
const script = new Uint8Array(await (await fetch("./app.py")).arrayBuffer());

for (const name of ["one", "two"]) {
  const { port1, port2 } = new MessageChannel();
  mount(document.getElementById(name), port2, { loader: siteLoader(site), index });
  const project = {
    entry: "app.py",
    files: new Map([["app.py", script]]),
    argv: [name],
    query: [],
    page: "",
    config: {},
    indexUrls: null,
  };
  port1.postMessage({ type: "open", project });
}
