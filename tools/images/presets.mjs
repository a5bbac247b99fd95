// Which memory images there are, smallest first.
import path from "node:path";
import { workFolder } from "../setup/paths.mjs";

/**
 * @typedef {object} Preset
 * @property {string} name
 * @property {string[]} packages of our lock; what they need comes with them
 * @property {string[]} apps that are run once before the image is taken, by their names in apps/
 */

/** @type {readonly Preset[]} */
export const PRESETS = [
  { name: "core", packages: [], apps: ["core"] },
  { name: "pandas", packages: ["pandas"], apps: ["core", "pandas"] },
  { name: "altair", packages: ["pandas", "altair"], apps: ["core", "pandas", "altair"] },
];

/** web/src/image as one module for Node. */
export const imageCode = path.join(workFolder, "image-code/image.mjs");

/**
 * Where the script of an app is.
 * @param {string} name
 */
export function scriptOf(name) {
  return path.join(import.meta.dirname, "apps", `${name}.py`);
}
