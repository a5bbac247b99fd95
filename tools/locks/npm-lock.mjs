// Makes package-lock.json complete and independent of where it was made.
//
// npm leaves out an optional package that its registry does not have at that moment, and then
// `npm ci` refuses the lock it wrote ("Missing: … from lock file"). Such packages are builds for
// other systems, so their name and their parent tell all that the lock has to say.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { writeWhole } from "../setup/files.mjs";
import { root } from "../setup/paths.mjs";

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {boolean} [dev]
 * @property {string} [license]
 * @property {Record<string, string>} [engines]
 * @property {Record<string, string>} [optionalDependencies]
 */

const PLATFORM =
  /-(?<os>android|darwin|freebsd|linux|win32)-(?<cpu>arm64|arm|ia32|x64)(?<musl>-musl)?$/;

/** Completes package-lock.json in place. */
export async function completeNpmLock() {
  const file = path.join(root, "package-lock.json");
  const lock = JSON.parse(await readFile(file, "utf8"));
  lock.packages = complete(lock.packages);
  await writeWhole(file, `${JSON.stringify(lock, null, 2)}\n`);
}

/**
 * Adds what is missing, and takes away the addresses that packages came from.
 * @param {Record<string, Entry>} packages
 * @returns {Record<string, object>}
 */
export function complete(packages) {
  /** @type {Record<string, object>} */
  const all = {};
  for (const [place, { resolved, ...entry }] of Object.entries(packages)) {
    all[place] = entry;
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const isThere =
        `node_modules/${name}` in packages || `${place}/node_modules/${name}` in packages;
      if (!isThere) all[`node_modules/${name}`] = platformBuild(name, version, entry);
    }
  }
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => a.localeCompare(b, "en")));
}

/**
 * @param {string} name
 * @param {string} version
 * @param {Entry} parent
 */
function platformBuild(name, version, { dev, license, engines }) {
  const { os, cpu, musl } = PLATFORM.exec(name)?.groups ?? {};
  if (!os) throw new Error(`package-lock.json lacks ${name}, which is no build for one system.`);
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(musl && { libc: ["musl"] }),
    ...(license && { license }),
    optional: true,
    os: [os],
    ...(engines && { engines }),
  };
}
