import { strToU8, type UnzipFileInfo, unzipSync } from "fflate";
import { failures, SourceError } from "./errors.ts";
import {
  isSafePath,
  isWantedPath,
  MAX_FILE_BYTES,
  MAX_FILES,
  MAX_PROJECT_BYTES,
  megabytes,
} from "./project-paths.ts";

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
 * left away. No more is unpacked than an app may have, whatever the zip says of itself.
 */
export function unzip(zip: Uint8Array, asked: string): Unzipped {
  const notices: string[] = [];
  let size_bytes = 0;
  let count = 0;
  const isTaken = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!isAppPath(name)) return false;
    if (originalSize > MAX_FILE_BYTES) {
      notices.push(`${name} is left out, for it has ${megabytes(originalSize)}.`);
      return false;
    }
    count += 1;
    size_bytes += originalSize;
    if (count > MAX_FILES) {
      throw failures.tooLarge(asked, `More than ${MAX_FILES} files are in it`, `${MAX_FILES}`);
    }
    if (size_bytes > MAX_PROJECT_BYTES) {
      const limit = megabytes(MAX_PROJECT_BYTES);
      throw failures.tooLarge(asked, `It unpacks to more than ${limit}`, limit);
    }
    return true;
  };
  try {
    return { files: withoutTop(unzipSync(zip, { filter: isTaken })), notices };
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw failures.badZip(asked);
  }
}

function isAppPath(path: string): boolean {
  const isSystems = path.startsWith("__MACOSX/");
  return !path.endsWith("/") && !isSystems && isSafePath(path) && isWantedPath(path);
}

function withoutTop(entries: Record<string, Uint8Array>): Map<string, Uint8Array> {
  const paths = Object.keys(entries);
  const top = paths[0]?.split("/", 1)[0];
  const hasTop = paths.every((path) => path.startsWith(`${top}/`));
  const length = hasTop && top !== undefined ? top.length + 1 : 0;
  return new Map(Object.entries(entries).map(([path, bytes]) => [path.slice(length), bytes]));
}
