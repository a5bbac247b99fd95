import { failures, isSourceError } from "./errors.ts";
import { fetchFile } from "./fetch-file.ts";
import type { Listing } from "./listing.ts";
import { openLiveFiles } from "./live-files.ts";
import type { Project, SourceEnv } from "./project.ts";
import { addressIn, isSafePath, MAX_FILE_BYTES } from "./project-paths.ts";
import { type Wake, wakeOnReturn } from "./wake.ts";

/**
 * The local server's side of the conversation. The manifest, `_app.json`, is made anew for every
 * request; the addresses in it are relative to its own. `tabstream build` writes one that stays as it
 * is, beside the site on any host.
 */
export interface ServedManifest {
  entry: string;
  argv: readonly string[];
  /** The folder that the files lie in. */
  base: string;
  /** Server-sent events; each of them means: look again. */
  events?: string;
  /** Sizes in bytes, times in milliseconds since 1970. */
  files: readonly ServedFile[];
  /** Tells this app from others that were served at the same address, such as its full path. */
  id?: string;
}

interface ServedFile {
  path: string;
  size: number;
  mtime_ms: number;
  /** Where it is, below `base`; else it is at its path. */
  at?: string;
}

const SERVER = "The local server";
const HOST = "The app's host";
const MAX_MANIFEST_BYTES = 5_000_000;
const PATIENCE = 3;

export async function openServed(manifest: string, env: SourceEnv): Promise<Project> {
  const address = new URL(manifest, env.site).href;
  const first = await fetchManifest(address, env);
  const { watch, ...project } = await openLiveFiles(
    {
      name: nameOf(address),
      entry: first.entry,
      identity: () => `served:${isBuilt(address) ? placeOf(address) : (first.id ?? first.entry)}`,
      origin: { kind: "served", address },
      args: first.argv,
      list: async () => listingOf(await fetchManifest(address, env), address, env),
      listing: listingOf(first, address, env),
      wake: first.events
        ? wakeOnEvents(new URL(first.events, address).href, env)
        : wakeOnReturn(env),
      patience: PATIENCE,
    },
    env,
  );
  return watch && !isBuilt(address) ? { ...project, watch } : project;
}

/** Whether `tabstream build` wrote a manifest: it is asked for by its content, and nothing ever changes there. */
export function isBuilt(manifest: string): boolean {
  return new URL(manifest, "https://any.invalid/").searchParams.has("v");
}

/** Two of one origin are told apart by where they lie, as long as they lie there. */
function placeOf(address: string): string {
  return new URL("?", address).pathname;
}

function nameOf(address: string): string {
  return isBuilt(address) ? HOST : SERVER;
}

async function fetchManifest(address: string, env: SourceEnv): Promise<ServedManifest> {
  const asked = nameOf(address);
  let bytes: Uint8Array;
  try {
    ({ bytes } = await fetchFile({ url: address, asked, limit_bytes: MAX_MANIFEST_BYTES }, env));
  } catch (error) {
    const isGone = isSourceError(error, "network") && !isBuilt(address);
    throw isGone ? failures.serverGone(asked) : error;
  }
  const manifest = tryReadManifest(bytes);
  if (!manifest) throw failures.server(asked, 200);
  return manifest;
}

function tryReadManifest(bytes: Uint8Array): ServedManifest | undefined {
  try {
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as ServedManifest;
    return Array.isArray(manifest.files) && typeof manifest.entry === "string"
      ? { ...manifest, argv: manifest.argv ?? [] }
      : undefined;
  } catch {
    return undefined;
  }
}

function listingOf({ base, files }: ServedManifest, address: string, env: SourceEnv): Listing {
  const safe = files.filter(({ path }) => isSafePath(path));
  return new Map(
    safe.map(({ path, size, mtime_ms, at }) => {
      const folder = new URL(base, address).href;
      const url = at === undefined ? addressIn(folder, path) : new URL(at, folder).href;
      const read = async () =>
        (await fetchFile({ url, asked: path, limit_bytes: MAX_FILE_BYTES }, env)).bytes;
      return [
        path,
        { stamp: `${mtime_ms}:${size}`, modified_ms: mtime_ms, size_bytes: size, read },
      ];
    }),
  );
}

/** When the server tells of a change, and when it is there again after it was gone. */
function wakeOnEvents(url: string, env: SourceEnv): Wake {
  const { EventSource } = env;
  if (!EventSource) return wakeOnReturn(env);
  return (look) => {
    const events = new EventSource(url);
    events.onmessage = () => void look();
    // Also the first time: something may have been saved since the files were read.
    events.onopen = () => void look();
    // A look that fails tells that the server is gone; EventSource itself tries for ever.
    events.onerror = () => void look();
    return () => events.close();
  };
}
