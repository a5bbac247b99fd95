// The list of what the site has, for its service worker, and the worker itself.
import { copyFile, readFile } from "node:fs/promises";
import path from "node:path";
import { listFiles, writeWhole } from "../setup/files.mjs";
import { contentHash } from "./content-hash.mjs";
import { PACKED_ENDING } from "./packed.mjs";

/** @typedef {import("../../web/src/service-worker/site-list.ts").SiteList} SiteList */
/** @typedef {import("../../web/src/app/unit-parts.ts").UnitParts} UnitParts */

const WORKER = "service-worker.js";
/** What takes a worker back when it is served in its place. */
const NO_WORKER = "service-worker-off.js";
const START = "index.html";

/** Thousands of small files: one hash for all of them. */
const AS_ONE = ["icons/"];

/**
 * Scripts and their data are not the site's, but for those of the app that `tabstream build` made it
 * for: where they come from, copies of them are kept by the page, and so are memory images. The others
 * are for hosts and for people. `build` writes the same list: py/tabstream/cli/building/offline_list.py.
 */
const NOT_LISTED =
  /^(?!_app\/)(service-worker|images\/|examples\/(?!.*\/picture\.png$)|.*\.(gz|br|md)$|(LICENSE|NOTICE|pyodide\/packages\.json|\.nojekyll)$)/;

/** The files of an app that the site was built for: every start reads them all. */
const OF_APP = /^_app(\/|\.)/;

/**
 * Writes the service worker of a finished site, with the list of all that is in it.
 * @param {string} site
 */
export async function writeServiceWorker(site) {
  const code = await readFile(path.join(site, WORKER), "utf8");
  const list = await listSite(site);
  // Without the list of an earlier time.
  const own = code.replace(/^self\.TABSTREAM_SITE=.*\n/, "");
  await writeWhole(path.join(site, WORKER), `self.TABSTREAM_SITE=${JSON.stringify(list)};\n${own}`);
}

/**
 * Puts a worker in the place of the site's own that ends it in every browser that has it.
 * @param {string} site
 */
export async function takeServiceWorkerBack(site) {
  await copyFile(path.join(site, NO_WORKER), path.join(site, WORKER));
}

/**
 * Lists a site.
 * @param {string} site
 * @returns {Promise<SiteList>}
 */
export async function listSite(site) {
  /** @type {UnitParts} */
  const parts = JSON.parse(await readFile(path.join(site, "unit.json"), "utf8"));
  const index = await readFile(path.join(site, START), "utf8");
  const names = (await listFiles(site)).filter((file) => !NOT_LISTED.test(file));
  /** @type {Record<string, string>} */
  const files = {};
  for (const folder of AS_ONE) {
    const all = names.filter((file) => file.startsWith(folder));
    const hashes = await Promise.all(all.map((file) => hashOfFile(site, file)));
    files[folder] = contentHash(all.map((file, i) => `${file} ${hashes[i]}\n`).join(""));
  }
  for (const file of names) {
    if (AS_ONE.some((folder) => file.startsWith(folder))) continue;
    // What is in a packed file counts: a host may hand it on unpacked.
    const content = file.endsWith(PACKED_ENDING) ? file.slice(0, -PACKED_ENDING.length) : file;
    files[file] = await hashOfFile(site, content);
  }
  const ofApp = Object.keys(files).filter((file) => OF_APP.test(file));
  const essential = [...essentialFiles(index, parts), ...ofApp];
  const isLazy = (/** @type {string} */ file) => /^assets\/.*\.(js|css)$|^unit\.json$/.test(file);
  const lazy = Object.keys(files).filter((file) => isLazy(file) && !essential.includes(file));
  const version = contentHash(JSON.stringify(files));
  return { version, essential, lazy, files };
}

/**
 * Names what every start needs: the first page, what that names, and Python's worker.
 * @param {string} index
 * @param {UnitParts} parts
 */
function essentialFiles(index, parts) {
  const named = [...index.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(
    ([, file = ""]) => file,
  );
  const found = new Set([START, parts.worker]);
  const follow = (/** @type {string} */ file) => {
    if (found.has(file)) return;
    found.add(file);
    const { imports = [], css = [] } = parts.files[file] ?? {};
    for (const other of [...imports, ...css]) follow(other);
  };
  for (const file of named) follow(file);
  return [...found];
}

/**
 * @param {string} site
 * @param {string} file
 */
async function hashOfFile(site, file) {
  return contentHash(await readFile(path.join(site, file)));
}
