/** Restores Python from a memory image, and starts it plainly where that does not work. */
import type { PyodideAPI } from "pyodide";
import { fileOf, type ImageReader, readFile, readStream } from "../image/image.ts";
import { isGzip } from "../protocol/unpack.ts";
import type { Boot, BootImage } from "../protocol/worker.ts";
import type { Assets } from "./assets.ts";
import { openKept } from "./kept-files.ts";
import type { Core } from "./pyodide.ts";

/** Python, and the image that it comes from. */
export interface Started {
  pyodide: PyodideAPI;
  image: BootImage | null;
}

/**
 * Answer Python with what is in the image, or else with the packages of the lock.
 *
 * An image that cannot be used is no failure: it may be cut off, of another version, or for a core
 * that this browser lays out in another way. `onUseless` hears of it.
 */
export async function startPython(
  { lock, image, hasOwnLock }: Boot,
  core: Core,
  assets: Assets,
  onUseless: (reason: string) => void,
): Promise<Started> {
  if (image) {
    try {
      const reader = await openImage(image, assets);
      const pyodide = await core.restore(reader, hasOwnLock).finally(() => reader.close());
      return { pyodide, image };
    } catch (error) {
      onUseless(error instanceof Error ? error.message : String(error));
    }
  }
  return { pyodide: await core.start(lock), image: null };
}

async function openImage({ path, kept }: BootImage, assets: Assets): Promise<ImageReader> {
  if (kept) {
    const file = await openKept(kept);
    return file instanceof Blob ? readStream(file.stream()) : readFile(file);
  }
  const whole = await assets.tryWhole(path);
  // The page hands on what it has kept as it is used, and what it has fetched as that came.
  if (whole && !isGzip(new Uint8Array(whole))) return readFile(fileOf(whole));
  const { body } = whole ? new Response(whole) : await assets.tryOpen(path);
  if (!body) throw new Error(`${path} is empty`);
  return readStream(body);
}
