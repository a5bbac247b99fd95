import {
  findNamedFiles,
  findOutsideImports,
  isBuiltIn,
  type ManifestFile,
  readPyscriptToml,
} from "../packages/packages.ts";
import { unpackArchive } from "./archive.ts";
import { tryDecode, whyNotScript } from "./content.ts";
import { isSourceError } from "./errors.ts";
import { fetchFile } from "./fetch-file.ts";
import type { SourceEnv } from "./project.ts";
import { addressIn, isSafePath, MAX_FILE_BYTES, MAX_PROJECT_BYTES } from "./project-paths.ts";

/**
 * The files that a script from an address needs beside it.
 *
 * No address lists its folder, so the script's own text is asked: modules that it imports and that
 * neither Python nor a package brings, and file names in quotes. Only then `requirements.txt` and
 * `pyscript.toml` are looked for as well. A script that names nothing costs no extra request.
 * What is not found is not missed: Python will say so where it matters.
 */
export interface Wants {
  /** Relative paths worth asking for. */
  paths: ReadonlySet<string>;
  /** Whether an import has no known answer, so that some declaration may give it. */
  hasUnknownImport: boolean;
}

const MAX_REQUESTS = 60;
const DECLARATIONS = ["requirements.txt", "pyscript.toml"];

/** Endings of files that a script reads; other text with a dot in it is no file name. */
const READABLE =
  /\.(py|csv|tsv|jsonl?|ndjson|geojson|topojson|txt|md|parquet|feather|arrow|xlsx?|ods|db|sqlite3?|duckdb|np[yz]|pkl|pickle|joblib|png|jpe?g|gif|svg|webp|ico|bmp|mp3|wav|ogg|flac|mp4|webm|pdf|html?|css|toml|ya?ml|xml|zip|gz|ttf|woff2?)$/i;

export function findWants(
  files: ReadonlyMap<string, Uint8Array>,
  entry: string,
  env: SourceEnv,
): Wants {
  const readText = (path: string) => tryDecode(files.get(path) ?? new Uint8Array()) ?? "";
  const { outside, reached } = findOutsideImports(new Set(files.keys()), readText, entry);
  const paths = new Set<string>();
  let hasUnknownImport = false;
  for (const { module, names } of outside) {
    const [top] = module.split(".") as [string];
    if (isBuiltIn(top) || env.isKnownModule?.(top)) continue;
    hasUnknownImport = true;
    const stem = module.replaceAll(".", "/");
    for (const path of [`${top}.py`, `${top}/__init__.py`, `${stem}.py`]) paths.add(path);
    for (const name of names) paths.add(`${stem}/${name}.py`);
  }
  for (const path of reached) {
    for (const name of findNamedFiles(readText(path))) if (READABLE.test(name)) paths.add(name);
  }
  for (const path of paths) if (files.has(path) || !isSafePath(path)) paths.delete(path);
  return { paths, hasUnknownImport };
}

/** Adds to `files` what the script wants and `base` (its folder's address) has. */
export async function fetchCompanions(
  files: Map<string, Uint8Array>,
  entry: string,
  base: string,
  env: SourceEnv,
): Promise<void> {
  const asked = new Set(files.keys());
  for (let size = 0; size !== files.size && asked.size < MAX_REQUESTS; ) {
    size = files.size;
    const wants = findWants(files, entry, env);
    const declarations = wants.hasUnknownImport ? DECLARATIONS : [];
    const paths = [...wants.paths, ...declarations]
      .filter((path) => !asked.has(path))
      .slice(0, MAX_REQUESTS - asked.size);
    for (const path of paths) asked.add(path);
    await Promise.all(paths.map((path) => tryFetchInto(files, path, addressIn(base, path), env)));
    if (paths.includes("pyscript.toml")) await fetchManifestFiles(files, base, env);
  }
}

/** Adds the files that `pyscript.toml` names, which may also lie on other hosts. */
export async function fetchManifestFiles(
  files: Map<string, Uint8Array>,
  base: string,
  env: SourceEnv,
): Promise<void> {
  const text = tryDecode(files.get("pyscript.toml") ?? new Uint8Array()) ?? "";
  const listed = readPyscriptToml(text, "pyscript.toml");
  const mayRead = readableFrom(base, env);
  const missing = listed.files.filter(({ from, to }) => {
    return isSafePath(to) && !files.has(to) && mayRead(from);
  });
  const archives = listed.archives.filter(({ from }) => mayRead(from));
  await Promise.all([
    ...missing.map(({ from, to }) => tryFetchInto(files, to, new URL(from, base).href, env)),
    ...archives.map((archive) => tryUnpackInto(files, archive, base, env)),
  ]);
}

/** What lies on the site is for the site's own apps: a request of the page has the visitor's cookies. */
function readableFrom(base: string, env: SourceEnv): (from: string) => boolean {
  const own = new URL(env.site).origin;
  const isOwn = new URL(base).origin === own;
  return (from) => URL.canParse(from, base) && (isOwn || new URL(from, base).origin !== own);
}

async function tryUnpackInto(
  files: Map<string, Uint8Array>,
  { from, to }: ManifestFile,
  base: string,
  env: SourceEnv,
): Promise<void> {
  try {
    const url = new URL(from, base).href;
    const { bytes } = await fetchFile({ url, asked: from, limit_bytes: MAX_PROJECT_BYTES }, env);
    for (const [path, content] of await unpackArchive(bytes, new URL(url).pathname)) {
      const target = to + path;
      if (isSafePath(target) && !files.has(target)) files.set(target, content);
    }
  } catch (error) {
    // What is missing is said by Python, where it matters.
    console.warn(`${from} is not unpacked: ${String(error)}`);
  }
}

async function tryFetchInto(
  files: Map<string, Uint8Array>,
  path: string,
  url: string,
  env: SourceEnv,
): Promise<void> {
  try {
    const { bytes } = await fetchFile({ url, asked: path, limit_bytes: MAX_FILE_BYTES }, env);
    if (isPlausible(path, bytes)) files.set(path, bytes);
  } catch (error) {
    if (!isSourceError(error)) throw error;
  }
}

/** Some hosts answer every path with their front page; that is not the file. */
function isPlausible(path: string, bytes: Uint8Array): boolean {
  if (/\.html?$/i.test(path)) return true;
  const problem = whyNotScript(bytes, path)?.kind;
  return path.endsWith(".py") ? !problem || problem === "empty" : problem !== "page";
}
