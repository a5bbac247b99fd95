/** What is fetched for a start from the site, and how it is asked for. */
import type { PackageIndex } from "../packages/packages.ts";
import { PACKED_ENDING, versioned } from "../protocol/assets.ts";
import { isTracing } from "../protocol/trace.ts";
import type { Boot, BootImage, Prepare } from "../protocol/worker.ts";
import type { SiteImage } from "./choose-image.ts";

/** What the site has: the content of pyodide/packages.json, and its memory images. */
export interface SiteIndex extends PackageIndex {
  images: SiteImage[];
  core: { files: Record<string, number> };
  /** `isOwn`: it is not the one that is in the images, for the site was built for one app. */
  lock: { file: string; size: number; isOwn?: boolean };
  runtime: { file: string; size: number };
  /** The sizes of those files that the site also has packed, as `<file>.gzipped`. */
  packed: Record<string, number>;
  /** What stands for the content of each file. */
  versions: Record<string, string>;
}

/** What an interpreter starts with. */
export type Start = Pick<Boot, "core" | "lock" | "image">;

/** How a worker is told to start; what is its own comes with the message. */
export type BootOptions = Omit<Boot, "type" | "signals" | "life" | "lifeline">;

const PROGRAM = "pyodide.asm.wasm";

/** The core files that every start fetches; pyodide.mjs is part of the worker's own code. */
const CORE_FILES = ["pyodide.asm.mjs", PROGRAM];

/** Python's own library, which a memory image has in it. */
const LIBRARY = "python_stdlib.zip";

/**
 * What a start needs whatever the app is.
 *
 * @param base the address below which the worker may fetch for itself; null: it may not
 */
export function preparation(
  core: Boot["core"],
  index: SiteIndex,
  base: string | null,
): Omit<Prepare, "type"> {
  const packed = Object.keys(index.packed).map((file) => `pyodide/${file}`);
  const versions = versionsOf(index);
  return { base, isFresh: false, isTraced: isTracing(), core, versions, packed };
}

/** Where the core's program is asked for, relative to the site; what is kept of it is named so. */
export function coreAddress(index: SiteIndex): string {
  const [path = ""] = Object.keys(coreSizes([PROGRAM], index));
  return versioned(path, versionsOf(index));
}

/** All that a start needs. */
export function bootOptions(start: Start, index: SiteIndex, base: string | null): BootOptions {
  const { core, lock, image } = start;
  const plainSizes = sizesToStart(lock, index);
  const sizes = image ? sizesToRestore(image, lock, index) : plainSizes;
  const hasOwnLock = index.lock.isOwn ?? false;
  return { ...preparation(core, index, base), lock, image, hasOwnLock, sizes, plainSizes };
}

/** Whether what starts as `one` becomes what `other` would. */
export function isSameStart(one: Start, other: Start): boolean {
  const facts = ({ lock, image }: Start) => JSON.stringify([[...lock].sort(), image?.path ?? null]);
  return facts(one) === facts(other);
}

/** The files of a start as they are asked for, relative to the site. */
export function assetAddresses({ sizes, versions }: BootOptions): string[] {
  return Object.keys(sizes).map((path) => versioned(path, versions));
}

function versionsOf({ versions }: SiteIndex): Record<string, string> {
  return Object.fromEntries(
    Object.entries(versions).map(([file, hash]) => [`pyodide/${file}`, hash]),
  );
}

function sizesToStart(packages: readonly string[], index: SiteIndex): Record<string, number> {
  const { runtime, lock } = index;
  return {
    ...coreSizes([...CORE_FILES, LIBRARY], index),
    ...sizesOf([runtime, lock, ...wheels(packages, index)], index),
  };
}

/** An image that is kept costs nothing, and one that has to be fetched is instead of what it has. */
function sizesToRestore(
  { path, kept, isWhole }: BootImage,
  packages: readonly string[],
  index: SiteIndex,
): Record<string, number> {
  const image = index.images.find((one) => one.path === path);
  const missing = isWhole ? [] : packages.filter((name) => !image?.packages.includes(name));
  return {
    ...coreSizes(CORE_FILES, index),
    ...sizesOf([...(index.lock.isOwn ? [index.lock] : []), ...wheels(missing, index)], index),
    ...(image && !kept ? { [path]: image.size } : {}),
  };
}

function coreSizes(names: readonly string[], index: SiteIndex): Record<string, number> {
  const files = names.map((file) => ({ file, size: index.core.files[file] ?? 0 }));
  return sizesOf(files, index);
}

function wheels(packages: readonly string[], index: SiteIndex) {
  return packages.flatMap((name) => index.packages[name] ?? []);
}

function sizesOf(
  parts: readonly { file: string; size: number }[],
  { packed }: SiteIndex,
): Record<string, number> {
  return Object.fromEntries(
    parts.map(({ file, size }) => {
      const less = packed[file];
      return less ? [`pyodide/${file}${PACKED_ENDING}`, less] : [`pyodide/${file}`, size];
    }),
  );
}
