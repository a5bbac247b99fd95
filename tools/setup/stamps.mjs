// Stamps: a note of what a product was made from, so that a second start makes nothing twice.
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { tryRead, writeWhole } from "./files.mjs";
import { workFolder } from "./paths.mjs";

/**
 * Makes a file or folder unless it is there and was made from the same input. The stamp is taken
 * away first and set again at the very end: an interrupted product never passes for a finished one.
 * @param {string} product
 * @param {string} input a hash of everything the product is made from
 * @param {() => Promise<unknown>} make
 */
export async function makeOnce(product, input, make) {
  const stamp = stampOf(product);
  if (existsSync(product) && (await tryRead(stamp)) === input) return;
  await rm(stamp, { force: true });
  await make();
  await writeWhole(stamp, input);
}

/**
 * Where the note of a product is; products of products hash it.
 * @param {string} product
 */
export function stampOf(product) {
  return path.join(workFolder, "stamps", path.basename(product));
}
