/** Decides, before anything is fetched, what an app needs in order to start. */
import {
  findRequirements,
  type ImpossiblePackage,
  type MicropipRequirement,
  resolveRequirements,
} from "../packages/packages.ts";
import { ownImageName } from "../protocol/own-images.ts";
import type { Project } from "../protocol/port.ts";
import type { BootImage, FoundPackages, PackagePlan } from "../protocol/worker.ts";
import type { SiteIndex } from "./boot-options.ts";
import { fittingImage, keptOwnImage, type SiteImage, usableImage } from "./choose-image.ts";
import { configuredIndexUrls } from "./index-urls.ts";

/** The app's folder in the worker's file system. */
export const FOLDER = "/app";

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
  /** Lines for the log. */
  warnings: string[];
  /** What the code imports and a browser cannot run. */
  impossible: ImpossiblePackage[];
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
  const [impossible, unlikely] = partition(
    resolved.impossible,
    ({ source }) => source === "import",
  );
  return {
    packages,
    asked,
    image,
    ownImage,
    betterImage: isKept(image, project) || !project.images ? null : (fitting?.path ?? null),
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

function isKept(image: BootImage | null, { images }: Project): boolean {
  return image !== null && (images?.kept.has(image.path) ?? false);
}

/** The plan when it is known what micropip has found. */
export function withFound(plan: BootPlan, found: FoundPackages, index: SiteIndex): BootPlan {
  const lock = [...new Set([...plan.packages.lock, ...found.lock])];
  const packages = { ...plan.packages, lock, wheels: found.wheels };
  return { ...plan, packages, ownImage: ownImageName(packages, index) };
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

function asWorkerWants({ place, requirement, module, ...rest }: MicropipRequirement) {
  const isFile = place === "project";
  return {
    ...rest,
    requirement: isFile ? `emfs:${FOLDER}/${requirement}` : requirement,
    module: module ?? null,
  };
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
