/**
 * How the image of an app's own packages is named: by all that it depends on, so that apps with the
 * same packages share one, and one of another release is not found.
 */
import { hashOf } from "./fnv.ts";
import type { PackagePlan } from "./worker.ts";

/** What tells releases of Python and of images apart. */
interface Release {
  /** What stands for the content of each file, by its name. */
  versions: Readonly<Record<string, string>>;
  images: readonly { path: string }[];
}

/** The core, its library, our package and the lock; all of it is in an image. */
const CORE = /\.(?:wasm|asm\.mjs|zip|json)$/;

/** What the names of all own images of this release begin with. */
export function ownImagePrefix({ versions, images }: Release): string {
  const core = Object.entries(versions).filter(([file]) => CORE.test(file));
  const paths = images.map(({ path }) => path);
  return `own-${hashOf(JSON.stringify([core.sort(), paths]))}-`;
}

/**
 * The name of the image of just these packages; null where they cannot have one: what micropip
 * found is not known yet, or is a file of the project, which may change.
 */
export function ownImageName(
  { lock, micropip, wheels }: PackagePlan,
  release: Release,
): string | null {
  if (micropip.length > 0 && wheels === null) return null;
  if (micropip.some(({ requirement }) => requirement.startsWith("emfs:"))) return null;
  const contents = [[...lock].sort(), [...(wheels ?? [])].sort()];
  return `${ownImagePrefix(release)}${hashOf(JSON.stringify(contents))}.image`;
}
