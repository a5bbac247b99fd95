import { strToU8, type UnzipFileInfo, unzipSync } from "fflate";
import { checkSize } from "./app-size.ts";
import { failures, SourceError } from "./errors.ts";
import { isAppPath, MAX_FILE_BYTES, megabytes } from "./project-paths.ts";

/** The files of an app that came packed, and what is to be told about them. */
export interface Unzipped {
  files: Map<string, Uint8Array>;
  notices: string[];
}

/** What every zip begins with. */
const MAGIC = strToU8("PK\u0003\u0004");

export function isZip(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}

/**
 * The app's files in a zip; a folder that holds all of them, as archives of repositories have it, is
 * left away. Nothing is unpacked of what is more than an app may have.
 */
export function unzip(zip: Uint8Array, asked: string): Unzipped {
  const { entries, notices } = unzipEntries(zip, asked);
  return { files: withoutTop(entries), notices };
}

/** The same with every path as it is in the zip. */
export function unzipEntries(
  zip: Uint8Array,
  asked: string,
): { entries: Map<string, Uint8Array>; notices: string[] } {
  try {
    const { names, notices } = choose(listEntries(zip), asked);
    const entries = unzipSync(zip, { filter: ({ name }) => names.has(name) });
    return { entries: new Map(Object.entries(entries)), notices };
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw failures.badZip(asked);
  }
}

function listEntries(zip: Uint8Array): UnzipFileInfo[] {
  const entries: UnzipFileInfo[] = [];
  unzipSync(zip, {
    filter: (entry) => {
      entries.push(entry);
      return false;
    },
  });
  return entries;
}

/** A zip may say less of a file than is in it: then no more than that is unpacked. */
function choose(entries: readonly UnzipFileInfo[], asked: string) {
  const own = entries.filter(({ name }) => isAppPath(name));
  const taken = own.filter(({ originalSize }) => originalSize <= MAX_FILE_BYTES);
  const size_bytes = taken.reduce((size, { originalSize }) => size + originalSize, 0);
  checkSize(asked, { count: taken.length, size_bytes }, "It unpacks to");
  const large = own.filter((entry) => !taken.includes(entry));
  const notices = large.map(({ name, originalSize }) => {
    return `${name} is left out, for it has ${megabytes(originalSize)}.`;
  });
  return { names: new Set(taken.map(({ name }) => name)), notices };
}

function withoutTop(entries: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const paths = [...entries.keys()];
  const top = paths[0]?.split("/", 1)[0];
  const hasTop = paths.every((path) => path.startsWith(`${top}/`));
  const length = hasTop && top !== undefined ? top.length + 1 : 0;
  return new Map([...entries].map(([path, bytes]) => [path.slice(length), bytes]));
}
