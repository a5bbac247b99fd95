/** Which memory image an app starts from. */
import type { Images } from "../protocol/port.ts";
import type { BootImage } from "../protocol/worker.ts";

/** An image that the site has; the content of images.json. */
export interface SiteImage {
  /** Where on the site it is; the name changes with the content. */
  path: string;
  /** Bytes on the wire. */
  size: number;
  /** Packages of the lock that are in it, those that they need included. */
  packages: string[];
}

/** The largest image of which an app needs everything; null when there is none. */
export function fittingImage(
  images: readonly SiteImage[],
  packages: readonly string[],
): SiteImage | null {
  const wanted = new Set(packages);
  const fitting = images.filter((image) => image.packages.every((name) => wanted.has(name)));
  return fitting.reduce<SiteImage | null>(
    (best, image) => (best && best.packages.length >= image.packages.length ? best : image),
    null,
  );
}

/** The image to start from: the one that fits, if it is kept or worth its download. */
export function usableImage(
  fitting: SiteImage | null,
  images: Images | undefined,
): BootImage | null {
  if (!fitting || !images) return null;
  const { path } = fitting;
  const isThere = images.kept.has(path) || images.mayFetch;
  return isThere ? { path, kept: images.kept.get(path) ?? null, isWhole: false } : null;
}

/** The image of just these packages, if it is kept. */
export function keptOwnImage(name: string | null, images: Images | undefined): BootImage | null {
  const kept = name === null ? undefined : images?.kept.get(name);
  return name !== null && kept ? { path: name, kept, isWhole: true } : null;
}
