// Files: written whole or not at all, and hashed to see whether something has changed.
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { workFolder } from "./paths.mjs";

/**
 * Writes a file so that under its name it is there as a whole or not at all.
 * @param {string} file
 * @param {string | Uint8Array} content
 */
export async function writeWhole(file, content) {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.part`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * Makes a folder anew: `fill` writes into an empty one, which then takes the old one's place.
 * @param {string} folder
 * @param {(empty: string) => Promise<void>} fill
 */
export async function replaceFolder(folder, fill) {
  const fresh = path.join(workFolder, `${path.basename(folder)}.${process.pid}.part`);
  const old = path.join(workFolder, `${path.basename(folder)}.${process.pid}.old`);
  try {
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true });
    await fill(fresh);
    await rename(folder, old).catch(ignoreMissing);
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

const LITTER = new Set(["__pycache__", ".DS_Store"]);

/**
 * Lists the files below a folder, sorted, as paths with `/` from that folder; without what
 * programs leave behind.
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function listFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    ignoreMissing,
  );
  return (entries ?? [])
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep))
    .filter((parts) => !parts.some((part) => LITTER.has(part)))
    .map((parts) => parts.join("/"))
    .sort();
}

/**
 * Copies a folder, without what programs leave behind.
 * @param {string} from
 * @param {string} to
 */
export async function copyFolder(from, to) {
  await cp(from, to, { recursive: true, filter: (file) => !LITTER.has(path.basename(file)) });
}

/**
 * Hashes files and folders, names and contents. What does not exist counts as empty.
 * @param {readonly string[]} places
 * @param {(file: string) => boolean} [wanted]
 * @returns {Promise<string>}
 */
export async function hashOf(places, wanted = () => true) {
  const hash = createHash("sha256");
  for (const place of places) {
    const content = await readFile(place).catch(() => undefined);
    if (content) {
      hash.update(`\0${path.basename(place)}\0`).update(content);
      continue;
    }
    for (const file of (await listFiles(place)).filter(wanted)) {
      hash.update(`\0${file}\0`).update(await readFile(path.join(place, file)));
    }
  }
  return hash.digest("hex");
}

/**
 * Reads a text file, or answers undefined when there is none.
 * @param {string} file
 */
export function tryRead(file) {
  return readFile(file, "utf8").catch(ignoreMissing);
}

/**
 * Lets a missing file pass, and nothing else.
 * @param {NodeJS.ErrnoException} error
 * @returns {undefined}
 */
export function ignoreMissing(error) {
  if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
}
