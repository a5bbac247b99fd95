/** How the files of a start are named when they are asked for. */

/**
 * What is added to the name of a file that is packed with gzip. Not `.gz`: some hosts tell the
 * browser to unpack those, others serve them in place of the file itself.
 */
export const PACKED_ENDING = ".gzipped";

/**
 * The address of a file with a certain content, relative to the site. Files of two releases have
 * the same names; so that a browser, a proxy or a service worker never gives the one for the other,
 * the content is part of the address. A host takes no notice of it.
 */
export function versioned(path: string, versions: Readonly<Record<string, string>>): string {
  const version = versions[path.endsWith(PACKED_ENDING) ? unpackedName(path) : path];
  return version === undefined ? path : `${path}?v=${version}`;
}

function unpackedName(path: string): string {
  return path.slice(0, -PACKED_ENDING.length);
}

/** How a file is read for somebody who asks for it. */
export interface ReadOptions {
  /** What may be taken of what the browser has kept. */
  cache?: RequestCache;
  /** Hears of bytes as they come. */
  onBytes?: (count: number) => void;
}
