// Which memory images there are, smallest first.
import path from "node:path";
import { workFolder } from "../setup/paths.mjs";

/**
 * @typedef {object} Preset
 * @property {string} name
 * @property {string[]} packages of our lock; what they need comes with them
 * @property {number} level of its compression: 9 takes five times as long as 6 and spares 1.4 percent,
 *   which is a lot of time where there is a lot to compress
 * @property {string[]} apps that are run once before the image is taken, by their names in apps/
 */

/** @type {readonly Preset[]} */
export const PRESETS = [
  { name: "core", packages: [], level: 9, apps: ["core"] },
  { name: "pandas", packages: ["pandas"], level: 6, apps: ["core", "pandas"] },
  { name: "altair", packages: ["pandas", "altair"], level: 6, apps: ["core", "pandas", "altair"] },
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
