/** Decides, before anything is fetched, what an app needs in order to start. */
import {
  findRequirements,
  type ImpossiblePackage,
  type MicropipRequirement,
  type PackageIndex,
  resolveRequirements,
} from "../packages/packages.ts";
import { PACKED_ENDING, versioned } from "../protocol/assets.ts";
import { ownImageName } from "../protocol/own-images.ts";
import type { Project } from "../protocol/port.ts";
import type { BootImage, FoundPackages, PackagePlan } from "../protocol/worker.ts";
import { fittingImage, keptOwnImage, type SiteImage, usableImage } from "./choose-image.ts";
import { configuredIndexUrls } from "./index-urls.ts";

/** The app's folder in the worker's file system. */
export const FOLDER = "/app";

/** What the site has: the content of pyodide/packages.json, and its memory images. */
export interface SiteIndex extends PackageIndex {
  images: SiteImage[];
  core: { files: Record<string, number> };
  lock: { file: string; size: number };
  runtime: { file: string; size: number };
  /** The sizes of those files that the site also has packed, as `<file>.gzipped`. */
  packed: Record<string, number>;
  /** What stands for the content of each file. */
  versions: Record<string, string>;
}

export interface BootPlan {
  packages: PackagePlan;
  /** What is asked of micropip and where: what it came to holds as long as this stays the same. */
  asked: string;
  /** What Python is restored from; null: it starts plainly. */
  image: BootImage | null;
  /** An image that this app could be restored from the next time; null: it is, or there is none. */
  betterImage: string | null;
  /** The name of the image of just its packages; null: it needs none, or cannot have one yet. */
  ownImage: string | null;
  /** Sizes in bytes of all that will be fetched, by path on the site. */
  sizes: Record<string, number>;
  /** The same for a plain start, which comes after all when the image is of no use. */
  plainSizes: Record<string, number>;
  /** The paths of what is fetched packed. */
  packed: string[];
  /** What stands for the content of each file of the site, by path. */
  versions: Record<string, string>;
  /** Lines for the log. */
  warnings: string[];
  /** What the code imports and a browser cannot run. */
  impossible: ImpossiblePackage[];
}

/** The core files that every start fetches; pyodide.mjs is part of the worker's own code. */
const CORE_FILES = ["pyodide.asm.mjs", "pyodide.asm.wasm"];

/** Python's own library, which a memory image has in it. */
const LIBRARY = "python_stdlib.zip";

/** What a start needs whatever the app is, for a worker that may fetch by itself. */
export function preparation(index: SiteIndex): Pick<BootPlan, "versions" | "packed"> {
  const versions = Object.entries(index.versions);
  return {
    versions: Object.fromEntries(versions.map(([file, hash]) => [`pyodide/${file}`, hash])),
    packed: Object.keys(index.packed).map((file) => `pyodide/${file}`),
  };
}

export function bootPlan(project: Project, index: SiteIndex): BootPlan {
  const found = findRequirements(project.files, project.entry);
  const resolved = resolveRequirements(found.requirements, index);
  const micropip = resolved.viaMicropip.map(asWorkerWants);
  const indexUrls = [...found.indexUrls, ...configuredIndexUrls(project)];
  const asked = JSON.stringify([micropip.map(({ requirement }) => requirement), indexUrls]);
  const known = project.resolved?.asked === asked ? project.resolved : null;
  const lock = [...new Set([...resolved.fromLock, ...(known?.lock ?? [])])];
  const packages = { lock, micropip, indexUrls, wheels: known?.wheels ?? null };
  const fitting = fittingImage(index.images, lock);
  const ownImage = wantsOwnImage(packages, fitting) ? ownImageName(packages, index) : null;
  const image = keptOwnImage(ownImage, project.images) ?? usableImage(fitting, project.images);
  const plainSizes = sizesToStart(lock, index);
  const [impossible, unlikely] = partition(
    resolved.impossible,
    ({ source }) => source === "import",
  );
  return {
    packages,
    asked,
    image,
    ownImage,
    betterImage: image?.kept || !project.images ? null : (fitting?.path ?? null),
    sizes: image ? sizesToRestore(image, lock, index) : plainSizes,
    plainSizes,
    ...preparation(index),
    warnings: [
      ...found.problems.map(({ file, line, asked, reason }) => {
        return `${file}:${line}: ${asked} is passed over: ${reason}.`;
      }),
      ...resolved.warnings.map(({ file, line, message }) => `${file}:${line}: ${message}.`),
      ...unlikely.map(({ file, line, name, reason }) => {
        return `${file}:${line}: ${name} is passed over: ${reason}.`;
      }),
    ],
    impossible,
  };
}

/** The plan when it is known what micropip has found. */
export function withFound(plan: BootPlan, found: FoundPackages, index: SiteIndex): BootPlan {
  const lock = [...new Set([...plan.packages.lock, ...found.lock])];
  const packages = { ...plan.packages, lock, wheels: found.wheels };
  return { ...plan, packages, ownImage: ownImageName(packages, index) };
}

/** The plan of a start that had to do without its image after all. */
export function withoutImage(plan: BootPlan): BootPlan {
  return { ...plan, image: null, sizes: plan.plainSizes };
}

/** Whether an app has packages that are in no image of the site. */
function wantsOwnImage({ lock, micropip }: PackagePlan, fitting: SiteImage | null): boolean {
  return micropip.length > 0 || lock.length > (fitting?.packages.length ?? 0);
}

/** What `plan` needs beyond `before`; null when that is nothing. */
export function newPackages(plan: PackagePlan, before: PackagePlan): PackagePlan | null {
  const known = new Set([...before.lock, ...before.micropip.map(({ requirement }) => requirement)]);
  const lock = plan.lock.filter((name) => !known.has(name));
  const micropip = plan.micropip.filter(({ requirement }) => !known.has(requirement));
  return lock.length + micropip.length > 0 ? { ...plan, lock, micropip, wheels: null } : null;
}

/** The files of a start as they are asked for, relative to the site. */
export function assetAddresses({ sizes, versions }: BootPlan): string[] {
  return Object.keys(sizes).map((path) => versioned(path, versions));
}

function asWorkerWants({ place, requirement, module, ...rest }: MicropipRequirement) {
  const isFile = place === "project";
  return {
    ...rest,
    requirement: isFile ? `emfs:${FOLDER}/${requirement}` : requirement,
    module: module ?? null,
  };
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
    ...sizesOf(wheels(missing, index), index),
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

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
