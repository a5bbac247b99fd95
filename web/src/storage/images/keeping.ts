/** The page's way to the worker that fetches files for the image shelf. */

import { firstMessage } from "../../protocol/first-message.ts";
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
    worker.postMessage(order);
    const { error } = await firstMessage<Kept>(worker, "the worker that keeps files");
    if (error !== null) throw new Error(error);
  } finally {
    worker.terminate();
  }
}
