/** Decides, before anything is fetched, what an app needs in order to start. */
import {
  findRequirements,
  type ImpossiblePackage,
  type MicropipRequirement,
  type PackageIndex,
  resolveRequirements,
} from "../packages/packages.ts";
import type { Project } from "../protocol/port.ts";
import type { BootImage, PackagePlan } from "../protocol/worker.ts";
import { fittingImage, type SiteImage, usableImage } from "./choose-image.ts";
import { configuredIndexUrls } from "./index-urls.ts";

/** The app's folder in the worker's file system. */
export const FOLDER = "/app";

/** What the site has: the content of pyodide/packages.json, and its memory images. */
export interface SiteIndex extends PackageIndex {
  images: SiteImage[];
  core: { files: Record<string, number> };
  lock: { file: string; size: number };
  runtime: { file: string; size: number };
}

export interface BootPlan {
  packages: PackagePlan;
  /** What is asked of micropip and where: what it came to holds as long as this stays the same. */
  asked: string;
  /** What Python is restored from; null: it starts plainly. */
  image: BootImage | null;
  /** An image that this app could be restored from the next time; null: it is, or there is none. */
  betterImage: string | null;
  /** Sizes in bytes of all that will be fetched, by path on the site. */
  sizes: Record<string, number>;
  /** Lines for the log. */
  warnings: string[];
  /** What the code imports and a browser cannot run. */
  impossible: ImpossiblePackage[];
}

/** The core files that a start fetches; pyodide.mjs is part of the worker's own code. */
const CORE_FILES = ["pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"];

export function bootPlan(project: Project, index: SiteIndex): BootPlan {
  const found = findRequirements(project.files, project.entry);
  const resolved = resolveRequirements(found.requirements, index);
  const micropip = resolved.viaMicropip.map(asWorkerWants);
  const indexUrls = [...found.indexUrls, ...configuredIndexUrls(project)];
  const asked = JSON.stringify([micropip.map(({ requirement }) => requirement), indexUrls]);
  const known = project.resolved?.asked === asked ? project.resolved : null;
  const lock = [...new Set([...resolved.fromLock, ...(known?.lock ?? [])])];
  const fitting = fittingImage(index.images, lock);
  const image = usableImage(fitting, project.images);
  const inImage = new Set(image ? fitting?.packages : []);
  const [impossible, unlikely] = partition(
    resolved.impossible,
    ({ source }) => source === "import",
  );
  return {
    packages: { lock, micropip, indexUrls, wheels: known?.wheels ?? null },
    asked,
    image,
    betterImage: image?.kept || !project.images ? null : (fitting?.path ?? null),
    sizes: {
      ...sizesOf(
        lock.filter((name) => !inImage.has(name)),
        index,
      ),
      ...(image && !image.kept && fitting && { [fitting.path]: fitting.size }),
    },
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

/** What `plan` needs beyond `before`; null when that is nothing. */
export function newPackages(plan: PackagePlan, before: PackagePlan): PackagePlan | null {
  const known = new Set([...before.lock, ...before.micropip.map(({ requirement }) => requirement)]);
  const lock = plan.lock.filter((name) => !known.has(name));
  const micropip = plan.micropip.filter(({ requirement }) => !known.has(requirement));
  return lock.length + micropip.length > 0 ? { ...plan, lock, micropip, wheels: null } : null;
}

function asWorkerWants({ place, requirement, module, ...rest }: MicropipRequirement) {
  const isFile = place === "project";
  return {
    ...rest,
    requirement: isFile ? `emfs:${FOLDER}/${requirement}` : requirement,
    module: module ?? null,
  };
}

function sizesOf(packages: readonly string[], index: SiteIndex): Record<string, number> {
  const files = CORE_FILES.map((name): [string, number] => [name, index.core.files[name] ?? 0]);
  const wheels = packages.map((name) => index.packages[name]);
  for (const part of [index.runtime, index.lock, ...wheels]) {
    if (part) files.push([part.file, part.size]);
  }
  return Object.fromEntries(files.map(([name, size]) => [`pyodide/${name}`, size]));
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
