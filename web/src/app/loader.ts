/**
 * How an app unit gets the parts of the site it is made of. There is one loader a mount, and
 * nothing in view or worker fetches an asset another way, so that the unit runs as well where it
 * may fetch nothing from the site.
 */
import type { Prepare } from "../protocol/worker.ts";
import { type Assets, siteAssets } from "../view/view.ts";

export interface Loader extends Assets {
  /**
   * The address below which the worker may fetch for itself, which spares a copy; null when it has
   * to be handed every byte.
   */
  readonly base: string | null;
  /** The bytes of a file of the site, such as "pyodide/pyodide.asm.wasm". */
  bytes(path: string): Promise<ArrayBuffer>;
  /** A worker that has not booted yet. */
  worker(): Promise<Worker>;
  /** Have the next worker begin with what every start needs, before it is known what app comes. */
  prepare?(message: Prepare): void;
}

/** Load everything by its address. `base` is the site's own, with a slash at its end. */
export function siteLoader(base: string): Loader {
  let prepared: Worker | null = null;
  return {
    ...siteAssets(base),
    base,
    async bytes(path) {
      const response = await fetch(new URL(path, base));
      if (!response.ok) throw new Error(`${path}: the site answered ${response.status}.`);
      return response.arrayBuffer();
    },
    async worker() {
      const worker = prepared ?? startWorker();
      prepared = null;
      return worker;
    },
    prepare(message) {
      prepared = startWorker();
      // The start of the app tells what is the matter: it has a new one, with the same trouble.
      prepared.onerror = () => {
        prepared = null;
      };
      prepared.postMessage(message);
    },
  };
}

function startWorker(): Worker {
  return new Worker(new URL("../worker/entry.ts", import.meta.url), { type: "module" });
}
