/**
 * How an app unit gets the parts of the site it is made of. There is one loader a mount, and
 * nothing in view or worker fetches an asset another way, so that the unit runs as well where it
 * may fetch nothing from the site.
 */
import type { ReadOptions } from "../protocol/assets.ts";
import { type Assets, siteAssets } from "../view/view.ts";
import type { HeadStart } from "./head-start.ts";
import { siteBytes, startWorker } from "./site-parts.ts";

export interface Loader extends Assets {
  /**
   * The address below which the worker may fetch for itself, which spares a copy; null when it has
   * to be handed every byte.
   */
  readonly base: string | null;
  /** The bytes of a file of the site, such as "pyodide/pyodide.asm.wasm". */
  bytes(path: string, options?: ReadOptions): Promise<ArrayBuffer>;
  /** A worker that has not booted yet. */
  worker(): Promise<Worker>;
  /** What is under way already. */
  headStart?: HeadStart | undefined;
}

/** Load everything by its address. `base` is the site's own, with a slash at its end. */
export function siteLoader(base: string, headStart?: HeadStart): Loader {
  return {
    ...siteAssets(base),
    base,
    bytes: (path, options) => siteBytes(base, path, options),
    worker: async () => startWorker(),
    headStart,
  };
}
