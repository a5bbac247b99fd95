// Which memory images there are, smallest first.
import path from "node:path";
import { workFolder } from "../setup/paths.mjs";

/**
 * @typedef {object} Preset
 * @property {string} name
 * @property {string[]} packages of our lock; what they need comes with them
 */

/** @type {readonly Preset[]} */
export const PRESETS = [
  { name: "core", packages: [] },
  { name: "pandas", packages: ["pandas"] },
  { name: "altair", packages: ["pandas", "altair"] },
];

/** web/src/image as one module for Node. */
export const imageCode = path.join(workFolder, "image-code/image.mjs");

/**
 * The app that is run once before an image is taken.
 * @param {string} name
 */
export function appOf(name) {
  return path.join(import.meta.dirname, "apps", `${name}.py`);
}
