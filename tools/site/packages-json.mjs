// packages.json: what a page needs to know before Python starts. What it will download, with
// sizes for an honest progress bar, and which package an `import` in a script asks for.
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { readImageIndex } from "../images/images.mjs";
import { hashOf, listFiles, writeWhole } from "../setup/files.mjs";
import { imagesFolder, pyodideFolder, siteIndex } from "../setup/paths.mjs";
import { makeOnce, stampOf } from "../setup/stamps.mjs";
import { contentHash } from "./content-hash.mjs";
import { PACKED_ENDING } from "./packed.mjs";
import { CORE_FILES, core } from "./pyodide-folder.mjs";

/** @typedef {{ version: string, file_name: string, depends: string[], imports: string[] }} Entry */
/** @typedef {{ packages: Record<string, Entry> }} Lock Pyodide's own format */

/**
 * @typedef {object} PackagesJson sizes are bytes, names of packages as in the lock
 * @property {{ version: string, files: Record<string, number> }} core file -> size
 * @property {{ file: string, size: number }} lock
 * @property {{ file: string, size: number }} runtime our own package
 * @property {Record<string, { version: string, file: string, size: number, depends: string[] }>} packages
 *   what the site ships
 * @property {Record<string, number>} packed those files of which there is a packed copy -> its size
 * @property {Record<string, string>} versions file -> what stands for its content
 * @property {Record<string, string>} imports name of a module -> package; one that `packages`
 *   does not have is in the lock, at the distribution's CDN
 */

/** Writes the file unless it is up to date. */
export async function ensureSiteIndex() {
  const parts = [import.meta.filename, stampOf(pyodideFolder), stampOf(imagesFolder)];
  await makeOnce(siteIndex, await hashOf(parts), async () => {
    const { version } = JSON.parse(await readFile(path.join(core, "package.json"), "utf8"));
    const lock = JSON.parse(await readFile(path.join(pyodideFolder, "pyodide-lock.json"), "utf8"));
    const packages = await describePackages(pyodideFolder, { version, files: CORE_FILES }, lock);
    const index = { ...packages, images: await readImageIndex() };
    await writeWhole(siteIndex, JSON.stringify(index, null, 1));
  });
}

/**
 * Describes the folder of Pyodide.
 * @param {string} folder
 * @param {{ version: string, files: readonly string[] }} core
 * @param {Lock} lock
 * @returns {Promise<PackagesJson>}
 */
export async function describePackages(folder, core, lock) {
  const sizeOf = async (/** @type {string} */ file) => (await stat(path.join(folder, file))).size;
  /** @type {PackagesJson["packed"]} */
  const packed = {};
  /** @type {PackagesJson["versions"]} */
  const versions = {};
  for (const file of await listFiles(folder)) {
    if (file.endsWith(PACKED_ENDING)) {
      packed[file.slice(0, -PACKED_ENDING.length)] = await sizeOf(file);
    } else {
      versions[file] = contentHash(await readFile(path.join(folder, file)));
    }
  }
  /** @type {Record<string, number>} */
  const coreSizes = {};
  for (const file of core.files) coreSizes[file] = await sizeOf(file);
  /** @type {PackagesJson["packages"]} */
  const packages = {};
  for (const [name, entry] of Object.entries(lock.packages)) {
    if (!isShipped(entry)) continue;
    const { version, file_name: file, depends } = entry;
    packages[name] = { version, file, size: await sizeOf(file), depends };
  }
  return {
    core: { version: core.version, files: coreSizes },
    lock: { file: "pyodide-lock.json", size: await sizeOf("pyodide-lock.json") },
    runtime: { file: "tabstream.zip", size: await sizeOf("tabstream.zip") },
    packages,
    packed,
    versions,
    imports: importNames(lock),
  };
}

/**
 * Maps import names to packages; where two offer the same name, what we ship wins.
 * @param {Lock} lock
 * @returns {Record<string, string>}
 */
export function importNames(lock) {
  const entries = Object.entries(lock.packages);
  const shippedLast = entries.toSorted(
    ([, a], [, b]) => Number(isShipped(a)) - Number(isShipped(b)),
  );
  const pairs = shippedLast.flatMap(([name, { imports }]) =>
    imports.filter((module) => !module.startsWith("_")).map((module) => [module, name]),
  );
  return Object.fromEntries(Object.entries(Object.fromEntries(pairs)).sort());
}

/** @param {Entry} entry */
function isShipped(entry) {
  return !entry.file_name.includes("://");
}
