import { isAppText } from "./app-text.ts";
import { fetchCompanions, fetchManifestFiles, findWants } from "./companions.ts";
import { tryDecode, whyNotScript, whyNotScriptByName } from "./content.ts";
import { failures, isSourceError } from "./errors.ts";
import { fetchFile } from "./fetch-file.ts";
import { fetchGistAnswer, type GistAnswer, type GistFile, readGistFile } from "./gist-api.ts";
import { type Fetched, isPassing, type KeptCopy, openNewest, projectOf } from "./kept-copies.ts";
import type { GistPlace } from "./locate.ts";
import type { Project, SourceEnv } from "./project.ts";
import { chooseEntry, isSafePath, isWantedFile, MAX_SCRIPT_BYTES } from "./project-paths.ts";

/**
 * Opens a gist with as few requests to GitHub's API as can be, for it answers only 60 an hour to
 * all who share a network address, a whole classroom for instance.
 *
 * 1. A revision never changes, so a kept copy of it is the answer.
 * 2. The raw file, which nobody counts. If it is an app that names no other file and imports
 *    nothing unknown, this is all.
 * 3. The API, for the list of files: when the user is not known, when the raw file is no app (a
 *    gist's first file may be its README), or when the app wants files beside it.
 * 4. The API refuses, but the raw file is an app: what it wants is asked for by name.
 * 5. The last good copy, saying so.
 */
export function openGist(place: GistPlace, asked: string, env: SourceEnv): Promise<Project> {
  const at = { key: copyKey(place), isFixed: place.revision !== undefined };
  return openNewest(at, (copy) => fetchGist(place, asked, copy, env), env);
}

async function fetchGist(
  place: GistPlace,
  asked: string,
  copy: Promise<KeptCopy | undefined>,
  env: SourceEnv,
): Promise<Fetched> {
  const raw = await tryFetchRaw(place, asked, env);
  if (raw?.isApp && !wantsCompany(raw, env)) return { project: projectAround(raw, place) };
  const kept = await copy;
  try {
    const answer = await fetchGistAnswer(place, asked, kept?.etag, env);
    if (!answer) return { project: projectOf(kept as KeptCopy), etag: kept?.etag };
    return { project: await projectFrom(answer, place, asked, env), etag: answer.etag };
  } catch (error) {
    if (!raw || !isPassing(error) || !(raw.isApp || raw.isNamedPython)) throw error;
    const project = projectAround(raw, place);
    const files = new Map(project.files);
    await fetchCompanions(files, project.entry, `${rawAddress(place)}/`, env);
    return { project: { ...project, files } };
  }
}

interface RawFile {
  name: string;
  /** The name as the address has it; a raw gist without one does not tell its file's name. */
  isNamedPython: boolean;
  bytes: Uint8Array;
  isApp: boolean;
}

async function tryFetchRaw(
  place: GistPlace,
  asked: string,
  env: SourceEnv,
): Promise<RawFile | undefined> {
  if (!place.user) return undefined;
  const named = place.file ?? nameByAnchor(place.anchor);
  const unfit = named && whyNotScriptByName(named, asked);
  if (unfit) throw unfit;
  const url = named ? `${rawAddress(place)}/${encodeURIComponent(named)}` : rawAddress(place);
  try {
    const { bytes } = await fetchFile({ url, asked, limit_bytes: MAX_SCRIPT_BYTES }, env);
    const isApp = !whyNotScript(bytes, asked) && isAppText(tryDecode(bytes) ?? "");
    const isNamedPython = /\.pyw?$/.test(named ?? "") && !whyNotScript(bytes, asked);
    return { name: named ?? UNNAMED, isNamedPython, bytes, isApp };
  } catch (error) {
    if (isSourceError(error, "too-large") || !isSourceError(error)) throw error;
    return undefined;
  }
}

/** What the one file of a gist is called here when its address does not say. */
const UNNAMED = "app.py";

function rawAddress({ user, id, revision }: GistPlace): string {
  const base = `https://gist.githubusercontent.com/${user}/${id}/raw`;
  return revision ? `${base}/${revision}` : base;
}

function wantsCompany({ name, bytes }: RawFile, env: SourceEnv): boolean {
  const { paths, hasUnknownImport } = findWants(new Map([[name, bytes]]), name, env);
  return paths.size > 0 || hasUnknownImport;
}

function projectAround(raw: RawFile, place: GistPlace): Project {
  const named = raw.isNamedPython ? raw.name : undefined;
  const files = new Map([[raw.name, raw.bytes]]);
  return { entry: raw.name, files, notices: [], ...describe(place, place.user, named) };
}

async function projectFrom(
  answer: GistAnswer,
  place: GistPlace,
  asked: string,
  env: SourceEnv,
): Promise<Project> {
  const entry = entryOf(answer.files, place, asked);
  const unfit = whyNotScriptByName(entry.name, asked);
  if (unfit) throw unfit;
  const files = new Map([[entry.name, await readGistFile(entry, asked, env)]]);
  const wrong = whyNotScript(files.get(entry.name) as Uint8Array, asked);
  if (wrong) throw wrong;

  const notices: string[] = [];
  const others = answer.files.filter(
    ({ name }) => name !== entry.name && isWantedFile(name) && isSafePath(name),
  );
  await Promise.all(
    others.map(async (file) => {
      try {
        files.set(file.name, await readGistFile(file, file.name, env));
      } catch (error) {
        if (!isSourceError(error)) throw error;
        notices.push(`${file.name} is left out. ${error.why}`);
      }
    }),
  );
  if (answer.isCut)
    notices.push("GitHub lists the first 300 files of a gist; the others are left out.");
  const owner = answer.owner ?? place.user ?? "anonymous";
  await fetchManifestFiles(files, `${rawAddress({ ...place, user: owner })}/`, env);
  const named = place.file || place.anchor ? entry.name : undefined;
  const { revision = answer.revision } = place;
  const about = describe({ ...place, ...(revision && { revision }) }, owner, named);
  return { entry: entry.name, files, notices, ...about };
}

/** The file to run: the one that the address names, else the likeliest. */
function entryOf(files: readonly GistFile[], place: GistPlace, asked: string): GistFile {
  const names = files.map(({ name }) => name);
  const byName = (name: string | undefined) => files.find((file) => file.name === name);
  if (place.file) {
    const file = byName(place.file);
    if (!file) throw failures.missingFile(asked, place.file, names);
    return file;
  }
  if (place.anchor) {
    const file = files.find(({ name }) => anchorOf(name) === place.anchor?.toLowerCase());
    if (!file) throw failures.missingFile(asked, `#${place.anchor}`, names);
    return file;
  }
  const isApp = (file: GistFile | undefined) => file !== undefined && isAppText(file.content);
  const chosen = byName(chooseEntry(names, (name) => isApp(byName(name)))) ?? files.find(isApp);
  if (chosen) return chosen;
  if (files.every(({ content, isCut }) => !isCut && content.trim() === "")) {
    throw failures.empty(asked);
  }
  if (names.some((name) => name.endsWith(".ipynb"))) throw failures.notebook(asked);
  throw failures.noPython(asked, names);
}

/** The anchor of a file on its gist's page. */
function anchorOf(name: string): string {
  return `file-${name.toLowerCase().replace(/[^a-z0-9_]+/g, "-")}`;
}

/** The likeliest name behind an anchor: an anchor loses dots and capitals, most scripts have one dot. */
function nameByAnchor(anchor: string | undefined): string | undefined {
  const stem = /^file-(.+)-py$/.exec(anchor ?? "")?.[1];
  return stem && `${stem}.py`;
}

function describe(place: GistPlace, owner: string | undefined, file: string | undefined) {
  const user = (owner ?? "anonymous").toLowerCase();
  const address = `https://gist.github.com/${user}/${place.id}`;
  const revision = place.revision ? { revision: place.revision } : {};
  return {
    identity: `gist:${user}/${place.id}${file ? `/${file}` : ""}`,
    origin: { kind: "gist" as const, host: "gist.github.com", address, ...revision },
    isTrusted: false,
    args: [],
  };
}

function copyKey({ id, revision, file, anchor }: GistPlace): string {
  return `gist:${id}/${file ?? anchor ?? ""}${revision ? `@${revision}` : ""}`;
}
