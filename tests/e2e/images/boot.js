// Boots the site's worker by itself, as the app unit would, and tells what it said and how long it
// took. The test says what image it is handed.
const given = new URLSearchParams(location.search).get("site");
const site = new URL(given ?? "../../", import.meta.url).href;
const read = async (path) => (await fetch(new URL(path, site))).json();
const [{ worker: workerFile }, index] = await Promise.all([
  read("unit.json"),
  read("pyodide/packages.json"),
]);

/** The image that is named so. */
const imageOf = (name) => index.images.find(({ path }) => path.startsWith(`images/${name}-`));

/** An image as it is kept: inflated. */
const inflated = async (path) => {
  const { body } = await fetch(new URL(path, site));
  return new Response(body.pipeThrough(new DecompressionStream("gzip"))).blob();
};

/** What is done to an image before it is handed over. */
const DAMAGES = {
  none: (image) => image,
  "cut off": (image) => image.slice(0, image.size / 2),
  "no image": () => new Blob(["<!doctype html>"]),
  "another core": (image) => edit(image, (header) => header.replace(/"build":"./, '"build":"_')),
  "another layout": (image) => edit(image, (header) => header.replace(/"end":1/, '"end":2')),
  "another memory": (image) =>
    edit(image, (header) => header.replace(/"digest":"../, '"digest":"__')),
};

const HEADER_START = 12;

async function edit(image, change) {
  const start = await image.slice(0, HEADER_START).arrayBuffer();
  const length = new DataView(start).getUint32(8, true);
  const header = await image.slice(HEADER_START, HEADER_START + length).text();
  const changed = new TextEncoder().encode(change(header).padEnd(length).slice(0, length));
  return new Blob([start, changed, image.slice(HEADER_START + length)]);
}

/** Where an image can be kept; one of the "site" is not, and has to be fetched. */
const PLACES = {
  blob: (image) => image,
  async file(image) {
    const folder = await navigator.storage.getDirectory();
    const file = await folder.getFileHandle("image", { create: true });
    const writable = await file.createWritable();
    await image.stream().pipeTo(writable);
    return file;
  },
};

let count = 0;

/** Boot, run a script, and answer what came of it. */
window.boot = async ({ image = null, damage = "none", place = "blob", script }) => {
  const wanted = image && imageOf(image);
  const whole = wanted && place !== "site" && (await inflated(wanted.path));
  const kept = whole ? await PLACES[place](await DAMAGES[damage](whole)) : null;
  const worker = new Worker(new URL(workerFile, site), { type: "module" });
  const heard = [];
  const begin = performance.now();
  const result = await new Promise((resolve) => {
    worker.onmessage = ({ data }) => {
      heard.push(data);
      if (data.type === "booted") resolve({ booted_ms: performance.now() - begin });
      if (data.type === "failed") resolve({ booted_ms: null });
    };
    count += 1;
    const { port2: lifeline } = new MessageChannel();
    const boot = {
      type: "boot",
      base: site,
      isFresh: false,
      isTraced: false,
      sizes: {},
      plainSizes: {},
      packed: [],
      versions: {},
      core: null,
      lock: image === "pandas" || script.includes("pandas") ? PANDAS : [],
      image: wanted && { path: wanted.path, kept },
      signals: null,
      life: `boot ${count}`,
      lifeline,
    };
    worker.postMessage(boot, [lifeline]);
  });
  const drawn = await run(worker, heard, script);
  const drawn_ms = performance.now() - begin;
  worker.terminate();
  return {
    ...result,
    drawn_ms,
    drawn,
    isImageUseless: heard.some(({ type }) => type === "image_failed"),
    logs: heard.filter(({ type }) => type === "log").map(({ text }) => text),
  };
};

/** Packages of the lock, each after what it depends on. */
const PANDAS = (() => {
  const found = new Set();
  const add = (name) => {
    for (const other of index.packages[name].depends) add(other);
    found.add(name);
  };
  add("pandas");
  return [...found];
})();

/** Run a script, and answer the bodies of the texts that it draws. */
async function run(worker, heard, script) {
  const before = heard.length;
  const open = { type: "open", entry: "app.py", folder: "/app", argv: ["one"], page: "" };
  worker.postMessage({
    type: "open",
    packages: { lock: [], micropip: [], indexUrls: [], wheels: null },
    files: new Map([["app.py", new TextEncoder().encode(script)]]),
    open: JSON.stringify({ ...open, query: [], config: {} }),
    results: null,
    saved: { content: null, refused: [] },
  });
  const until = (isThere) =>
    new Promise((resolve) => {
      const look = () => isThere(heard.slice(before)) && resolve(heard.slice(before));
      worker.addEventListener("message", look);
      look();
    });
  await until((messages) => messages.some(({ type }) => type === "ready"));
  const nothing = { trigger: null, page: null, fragment: null, query: null };
  const event = { type: "run", id: 1, widgets: {}, seen: 0, live: false, ...nothing };
  worker.postMessage({ type: "python", text: JSON.stringify(event), event: 0 });
  const said = await until((messages) => messages.some(({ text }) => text?.includes("run_ended")));
  return said
    .filter(({ type }) => type === "python")
    .map(({ text }) => JSON.parse(text))
    .filter(({ type }) => type === "ops")
    .flatMap(({ ops }) => ops)
    .flatMap(({ node }) => node?.props.body ?? node?.props.message ?? []);
}

document.title = "ready";
