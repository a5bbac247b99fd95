import { checkSize } from "./app-size.ts";
import { asLoss } from "./errors.ts";
import { findScript } from "./find-script.ts";
import { followFiles } from "./follow-files.ts";
import type { Listing } from "./listing.ts";
import type { Origin, Project, SourceEnv } from "./project.ts";
import { MAX_FILE_BYTES, megabytes } from "./project-paths.ts";
import type { Wake } from "./wake.ts";

/** Files that a person has at hand and edits: picked ones, or those of the local server. */
export interface LiveFiles {
  /** What the person picked, for messages. */
  name: string;
  /** The script, when it was named. */
  entry: string | undefined;
  /** Asked for when all is read, so that nothing is remembered of what could not be opened. */
  identity: (files: ReadonlyMap<string, Uint8Array>) => string | Promise<string>;
  origin: Origin;
  args: readonly string[];
  list: () => Promise<Listing>;
  /** The first look, when it was taken already. */
  listing?: Listing;
  /** Tells when something may have changed. */
  wake: Wake;
  /** How many looks may fail in a row before the files count as lost. */
  patience: number;
}

export async function openLiveFiles(live: LiveFiles, env: SourceEnv): Promise<Project> {
  const { name, origin, args } = live;
  const { files, stamps, notices } = await readAll(live);

  const entry = findScript(files, name, live.entry);
  const watch: Project["watch"] = (onChange) =>
    followFiles({ ...live, entry, files, stamps }, env, onChange);
  const identity = await live.identity(files);
  return { entry, files, identity, origin, isTrusted: true, args, notices, watch };
}

async function readAll({ name, list, ...live }: LiveFiles) {
  const notices: string[] = [];
  const files = new Map<string, Uint8Array>();
  const stamps = new Map<string, string>();
  try {
    const listing = live.listing ?? (await list());
    checkListing(listing, name);
    const kept = [...listing].filter(([path, { size_bytes }]) => {
      if (size_bytes <= MAX_FILE_BYTES) return true;
      notices.push(`${path} is left out, for it has ${megabytes(size_bytes)}.`);
      return false;
    });
    const read = await Promise.all(kept.map(([, listed]) => listed.read()));
    for (const [index, [path, { stamp }]] of kept.entries()) {
      files.set(path, read[index] as Uint8Array);
      stamps.set(path, stamp);
    }
  } catch (error) {
    throw asLoss(error, name);
  }
  return { files, stamps, notices };
}

function checkListing(listing: Listing, name: string): void {
  let size_bytes = 0;
  for (const listed of listing.values()) {
    if (listed.size_bytes <= MAX_FILE_BYTES) size_bytes += listed.size_bytes;
  }
  checkSize(name, { count: listing.size, size_bytes });
}
