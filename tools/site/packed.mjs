// Packed copies of large files, which the page unpacks itself: many hosts compress nothing.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";

/** As web/src/protocol/assets.ts has it. */
export const PACKED_ENDING = ".gzipped";

/**
 * Puts a packed copy beside a file.
 * @param {string} folder
 * @param {string} file
 */
export async function packFile(folder, file) {
  const content = await readFile(path.join(folder, file));
  const packed = await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION });
  await writeFile(path.join(folder, file + PACKED_ENDING), packed);
}
