/**
 * What the site consists of, written by the build into the first line of service-worker.js: a new
 * release is a new list, by which browsers see that the worker is another one.
 */
export interface SiteList {
  /** Stands for all the files; for people who look at it. */
  version: string;
  /** What every start needs: kept before the worker takes over. */
  essential: readonly string[];
  /** The code of elements that an app may come to use: kept when the first app runs. */
  lazy: readonly string[];
  /** The hash of each file by its path; of a folder, which ends in a slash, one for all in it. */
  files: Readonly<Record<string, string>>;
}

/** A file of the site with a certain content. */
export interface SiteFile {
  path: string;
  hash: string;
  /** Whether the hash is this file's own, by which its bytes can be checked. */
  isOwnHash: boolean;
}

/** The query by which a page asks for a file with a certain content. */
const VERSION = "v";

/** The file of the list at a path below the site. */
export function fileAt(path: string, { files }: SiteList): SiteFile | null {
  const own = files[path];
  if (own) return { path, hash: own, isOwnHash: true };
  const folders = files[path.slice(0, path.indexOf("/") + 1)];
  return folders ? { path, hash: folders, isOwnHash: false } : null;
}

/** The file that a page means by an address below the site; null for what is not the site's. */
export function fileMeant(address: URL, scope: string, list: SiteList): SiteFile | null {
  const path = pathBelow(address, scope);
  if (path === null) return null;
  const hash = address.searchParams.get(VERSION);
  if (hash && address.search === `?${VERSION}=${hash}`) return { path, hash, isOwnHash: true };
  return address.search === "" ? fileAt(path, list) : null;
}

/** A path below the site; the site's own address is that of its first page. */
export function pathBelow(address: URL, scope: string): string | null {
  const bare = `${address.origin}${address.pathname}`;
  return bare.startsWith(scope) ? bare.slice(scope.length) || "index.html" : null;
}

/** Under which address a file is kept: one for each content. */
export function keyOf({ path, hash }: SiteFile, scope: string): string {
  return `${scope}${path}?${VERSION}=${hash}`;
}

/** The address that a page uses for a file: by its content, unless its name tells of that. */
export function addressOf({ path, hash }: SiteFile, scope: string): string {
  if (path === "index.html") return scope;
  return path.startsWith("pyodide/") ? `${scope}${path}?${VERSION}=${hash}` : `${scope}${path}`;
}

/**
 * What two files of different releases have in common when they are the same in two versions:
 * the path without a hash or a version in it.
 */
export function kindOf(path: string): string {
  return path.endsWith(".whl")
    ? path.replace(/-.*/, ".whl")
    : path.replace(/-[\w-]{8}(?=\.\w+$)/, "");
}
