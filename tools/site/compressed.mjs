// Compressed copies beside the files, as `<file>.gz` and `<file>.br`: hosts that look for them
// (nginx, Caddy and others, when told to) need not compress anything themselves.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { listFiles } from "../setup/files.mjs";

/** Text, and a program that no code of ours asks for in packed form. */
const WORTH_IT = /\.(css|html|js|json|mjs|svg|webmanifest)$|^assets\/.*\.wasm$/;

/**
 * An owner may change the first two by hand, and an old copy would win over them. The icons are
 * thousands and tiny, the others are an author's.
 */
const AS_THEY_ARE = /^(index\.html|service-worker.*\.js|(icons|examples)\/.*)$/;

/** What is smaller fits into a packet or two. */
const LEAST_BYTES = 1_000;

/** Nearly as small as the highest, in a tenth of the time. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/**
 * Puts compressed copies beside the files of a finished site.
 * @param {string} site
 */
export async function compressSite(site) {
  const files = (await listFiles(site)).filter((file) => WORTH_IT.test(file));
  const wanted = files.filter((file) => !AS_THEY_ARE.test(file));
  await Promise.all(wanted.map((file) => compressFile(path.join(site, file))));
}

/** @param {string} file */
async function compressFile(file) {
  const content = await readFile(file);
  if (content.length < LEAST_BYTES) return;
  const level = { level: constants.Z_BEST_COMPRESSION };
  await writeFile(`${file}.gz`, await promisify(gzip)(content, level));
  await writeFile(`${file}.br`, await promisify(brotliCompress)(content, BROTLI));
}
