// Where things are. Everything that the tools make is in folders that git ignores.
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this clone. */
export const root = path.resolve(fileURLToPath(import.meta.url), "../../..");

/** What the tools make on the way, in this clone. */
export const workFolder = path.join(root, ".cache");

/** The finished site. */
export const siteFolder = path.join(root, "dist");

/** The folder that the site serves as `pyodide/`: core, lock, wheels and our own package. */
export const pyodideFolder = path.join(workFolder, "pyodide");

/** The folder that the site serves as `images/`: memory images of Python. */
export const imagesFolder = path.join(workFolder, "images");

/** What a page needs to know before Python starts; the site has it as `pyodide/packages.json`. */
export const siteIndex = path.join(workFolder, "packages.json");

/** What all clones on this machine share, so that a fresh clone does not download it again. */
export const sharedCache =
  process.env.TABSTREAM_CACHE ||
  path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "tabstream");

/**
 * Shortens a path for a message.
 * @param {string} file
 */
export function fromRoot(file) {
  return path.relative(root, file) || ".";
}
