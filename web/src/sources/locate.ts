import { failures } from "./errors.ts";
import { decodePart } from "./project-paths.ts";
import { isZipName } from "./zip-name.ts";

/** What an address means, once the many ways of writing it are out of the way. */
export type Place = GistPlace | RepositoryPlace | LinkPlace;

export interface GistPlace {
  kind: "gist";
  id: string;
  user?: string;
  revision?: string;
  /** The file's exact name, when the address has it. */
  file?: string;
  /** The anchor of a file on the gist's page (`file-my-app-py`), which names it less exactly. */
  anchor?: string;
}

/** A repository on GitHub, or a folder in it. */
export interface RepositoryPlace {
  kind: "repository";
  owner: string;
  name: string;
  /**
   * What follows the page's name, `main/apps/one`: a branch, tag or commit, and a path in it. A branch
   * may have slashes in its name, so only GitHub knows where it ends. Empty for the default branch.
   */
  tree: readonly string[];
  /** The script, when the address names it by an anchor: a path in the folder. */
  file?: string;
}

export interface LinkPlace {
  kind: "link";
  /** The address to fetch. */
  url: string;
  /** The script in a zip, when the address names it by an anchor. */
  file?: string;
}

const GIST_ID = /^(?:[0-9a-f]{20,40}|\d+)$/i;
const REVISION = /^[0-9a-f]{40}$/i;
const GITHUB_HOSTS =
  /^(?:(?:www\.|gist\.|raw\.|api\.)?github(?:usercontent)?\.com|gist\.githubusercontent\.com|raw\.githubusercontent\.com)\//i;

/** Reads what a person pasted. `site` is the folder that paths are meant from. */
export function locate(address: string, site: string): Place {
  const text = address.trim();
  if (/^(?:[a-z]:[\\/]|\\\\|file:|~\/)/i.test(text)) throw failures.pathOnDisk(address);
  const url = tryParse(GITHUB_HOSTS.test(text) ? `https://${text}` : text, site);
  if (text === "" || !url || !/^https?:$/.test(url.protocol)) throw failures.notAnAddress(address);
  const parts = url.pathname.split("/").filter((part) => part !== "");
  switch (url.hostname.toLowerCase()) {
    case "gist.github.com":
      return locateGistPage(parts, url, address);
    case "gist.githubusercontent.com":
      return locateRawGist(parts, address);
    case "api.github.com":
      if (parts[0] === "gists" && GIST_ID.test(parts[1] ?? "")) {
        const [, id, revision] = parts as [string, string, string?];
        return { kind: "gist", id, ...(revision && { revision }) };
      }
      break;
    case "github.com":
    case "www.github.com":
      return locateOnGithub(parts, url, address);
    case "raw.githubusercontent.com":
      if (parts.length < 4) throw failures.directory(address);
      break;
  }
  if (url.pathname.endsWith("/")) throw failures.directory(address);
  const file = anchorIn(url);
  url.hash = "";
  return { kind: "link", url: url.href, ...(file && isZipName(url.pathname) && { file }) };
}

/** `<user>/<id>`, with or without the user, a revision, `raw/...`, `?file=` or `#file-...`. */
function locateGistPage(parts: readonly string[], url: URL, address: string): GistPlace {
  const first = withoutEnding(parts[0] ?? "");
  const hasUser = !GIST_ID.test(first);
  const id = withoutEnding(parts[hasUser ? 1 : 0] ?? "");
  if (!GIST_ID.test(id)) {
    if (parts.length <= 1) throw failures.personsGists(address);
    throw failures.notAnAddress(address);
  }
  const rest = parts.slice(hasUser ? 2 : 1);
  const user = hasUser ? { user: first } : {};
  if (rest[0] === "raw") return { kind: "gist", id, ...user, ...rawFile(rest.slice(1)) };
  const file = url.searchParams.get("file");
  const anchor = /^#(file-.+?)(?:-L\d+(?:-L\d+)?)?$/.exec(url.hash)?.[1];
  return {
    kind: "gist",
    id,
    ...user,
    ...(REVISION.test(rest[0] ?? "") && { revision: rest[0] as string }),
    ...(file && { file }),
    ...(anchor && { anchor }),
  };
}

/** `<user>/<id>/raw`, then a revision, a file, both or none. */
function locateRawGist(parts: readonly string[], address: string): GistPlace {
  const [user, id, raw, ...rest] = parts;
  if (!user || !GIST_ID.test(id ?? "") || raw !== "raw") throw failures.notAnAddress(address);
  return { kind: "gist", user, id: id as string, ...rawFile(rest) };
}

function rawFile(rest: readonly string[]): { revision?: string; file?: string } {
  const hasRevision = REVISION.test(rest[0] ?? "");
  const file = decodePart(rest.slice(hasRevision ? 1 : 0).join("/"));
  return { ...(hasRevision && { revision: rest[0] as string }), ...(file && { file }) };
}

/**
 * Pages of a file (`blob`, `raw`, `blame`, `edit`) have a raw twin; a repository, a `tree` and an
 * archive of one are folders; other pages have no file.
 */
function locateOnGithub(
  parts: readonly string[],
  url: URL,
  address: string,
): LinkPlace | RepositoryPlace {
  const [owner, repository, page, ...rest] = parts;
  if (!owner) throw failures.notAnAddress(address);
  if (!repository) throw failures.personsRepositories(address);
  const file = anchorIn(url);
  const folder = (tree: readonly string[]): RepositoryPlace => {
    const name = repository.replace(/\.git$/, "");
    return { kind: "repository", owner, name, tree: tree.map(decodePart), ...(file && { file }) };
  };
  if (!page) return folder([]);
  if (page === "tree") return folder(rest);
  if (page === "archive" && rest.length > 0) return folder(archivedTree(rest));
  if (!/^(?:blob|raw|blame|edit)$/.test(page)) throw failures.page(address);
  if (rest.length < 2) throw failures.directory(address);
  const path = [owner, repository, ...rest].join("/");
  return { kind: "link", url: `https://raw.githubusercontent.com/${path}` };
}

/** What an archive is of: `main.zip`, `refs/heads/main.tar.gz`, `refs/tags/v1.zip`. */
function archivedTree(rest: readonly string[]): string[] {
  const path = rest.join("/").replace(/\.(?:zip|tar\.gz)$/, "");
  return path.replace(/^refs\/(?:heads|tags)\//, "").split("/");
}

/** The file that an anchor names; `#readme` and `#L10` are places on a page. */
function anchorIn(url: URL): string | undefined {
  const file = decodePart(url.hash.slice(1));
  return /\.pyw?$/.test(file) ? file : undefined;
}

/** Gists are also linked as `<id>.git`, `<id>.js` (to embed them) and `<id>.json`. */
function withoutEnding(part: string): string {
  return part.replace(/\.(?:git|js|json|pibb)$/i, "");
}

function tryParse(text: string, site: string): URL | undefined {
  try {
    return new URL(text, site);
  } catch {
    return undefined;
  }
}
