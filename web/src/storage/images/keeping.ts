/** The page's way to the worker that fetches files for the image shelf. */

import type { ShelfPlace } from "./shelf.ts";

export interface ToKeep {
  site: string;
  path: string;
  /** Where the page will look for it: a worker may have storage that the page has not. */
  place: ShelfPlace;
}

export interface Kept {
  /** Why it could not be kept; null: it is. */
  error: string | null;
}

/** Have a file of the site fetched and kept, by a worker that ends when it is. */
export async function keepInWorker(order: ToKeep): Promise<void> {
  const worker = new Worker(new URL("./keeping-worker.ts", import.meta.url), { type: "module" });
  try {
    const { error } = await new Promise<Kept>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Kept>) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message || "the worker that keeps files did not start"));
      };
      worker.postMessage(order);
    });
    if (error !== null) throw new Error(error);
  } finally {
    worker.terminate();
  }
}
