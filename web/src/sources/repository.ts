import { failures, isSourceError } from "./errors.ts";
import { fetchFile } from "./fetch-file.ts";
import { findScript } from "./find-script.ts";
import { fetchTree, type Tree, type TreeFile } from "./github-tree.ts";
import { type Fetched, type KeptCopy, openNewest, projectOf } from "./kept-copies.ts";
import type { RepositoryPlace } from "./locate.ts";
import type { Project, SourceEnv } from "./project.ts";
import {
  addressIn,
  isSafePath,
  isWantedPath,
  MAX_FILE_BYTES,
  MAX_PROJECT_BYTES,
  megabytes,
} from "./project-paths.ts";

/** More requests than this for one app would be unkind to the host, and to who waits. */
const MAX_FETCHED = 300;

/** Branches have rarely more parts than this: `feature/ann/chart`. */
const MAX_REF_PARTS = 3;

/**
 * Opens a folder of a repository on GitHub: one request to its API for the list of files, which it
 * answers 60 times an hour, and the files themselves from the raw host, which nobody counts.
 */
export function openRepository(
  place: RepositoryPlace,
  asked: string,
  env: SourceEnv,
): Promise<Project> {
  const at = { key: identityOf(place), isFixed: isCommit(place.tree[0]) };
  return openNewest(at, (copy) => fetchRepository(place, asked, copy, env), env);
}

async function fetchRepository(
  place: RepositoryPlace,
  asked: string,
  copy: Promise<KeptCopy | undefined>,
  env: SourceEnv,
): Promise<Fetched> {
  const kept = await copy;
  const found = await findTree(place, asked, kept?.etag, env);
  if (!found) return { project: projectOf(kept as KeptCopy), etag: kept?.etag };
  const { tree, ref, folder } = found;
  const prefix = folder === "" ? "" : `${folder}/`;
  const inside = tree.files.filter(({ path }) => path.startsWith(prefix));
  if (inside.length === 0) throw failures.emptyFolder(asked);
  const { wanted, notices } = choose(inside, prefix, asked);
  const base = `https://raw.githubusercontent.com/${place.owner}/${place.name}/`;
  const files = new Map<string, Uint8Array>();
  await Promise.all(
    wanted.map(async ({ path }) => {
      const request = {
        url: addressIn(base, `${ref}/${path}`),
        asked,
        limit_bytes: MAX_FILE_BYTES,
      };
      files.set(path.slice(prefix.length), (await fetchFile(request, env)).bytes);
    }),
  );
  const revision = isCommit(ref) ? { revision: ref } : {};
  const project: Project = {
    entry: findScript(files, asked, place.file),
    files,
    identity: identityOf(place),
    origin: { kind: "repository", host: "github.com", address: addressOf(place), ...revision },
    isTrusted: false,
    args: [],
    notices,
  };
  return { project, etag: tree.etag };
}

interface FoundTree {
  tree: Tree;
  ref: string;
  folder: string;
}

/** The files of the place's branch, whose name ends where GitHub knows one; null: as `etag` says. */
async function findTree(
  { owner, name, tree: parts }: RepositoryPlace,
  asked: string,
  etag: string | undefined,
  env: SourceEnv,
): Promise<FoundTree | null> {
  const most = Math.min(MAX_REF_PARTS, parts.length);
  for (let length = Math.min(1, most); ; length += 1) {
    const ref = length === 0 ? "HEAD" : parts.slice(0, length).join("/");
    try {
      const tree = await fetchTree({ owner, name, ref }, asked, etag, env);
      return tree && { tree, ref, folder: parts.slice(length).join("/") };
    } catch (error) {
      if (!isSourceError(error, "missing")) throw error;
      if (length >= most) throw parts.length > 0 ? failures.emptyFolder(asked) : error;
    }
  }
}

function choose(files: readonly TreeFile[], prefix: string, asked: string) {
  const notices: string[] = [];
  const own = files.filter(({ path }) => {
    const inside = path.slice(prefix.length);
    return isSafePath(inside) && isWantedPath(inside);
  });
  const wanted = own.filter(({ path, size_bytes }) => {
    if (size_bytes <= MAX_FILE_BYTES) return true;
    notices.push(`${path} is left out, for it has ${megabytes(size_bytes)}.`);
    return false;
  });
  const size_bytes = wanted.reduce((size, file) => size + file.size_bytes, 0);
  if (wanted.length > MAX_FETCHED) {
    throw failures.tooManyFiles(asked, wanted.length, MAX_FETCHED);
  }
  if (size_bytes > MAX_PROJECT_BYTES) {
    const limit = megabytes(MAX_PROJECT_BYTES);
    throw failures.tooLarge(asked, `Its files have ${megabytes(size_bytes)}`, limit);
  }
  return { wanted, notices };
}

function isCommit(ref: string | undefined): boolean {
  return /^[0-9a-f]{40}$/i.test(ref ?? "");
}

function addressOf({ owner, name, tree }: RepositoryPlace): string {
  const path = tree.length > 0 ? `/tree/${tree.join("/")}` : "";
  return `https://github.com/${owner}/${name}${path}`;
}

function identityOf(place: RepositoryPlace): string {
  return `repository:${addressOf(place).toLowerCase()}${place.file ? `#${place.file}` : ""}`;
}
