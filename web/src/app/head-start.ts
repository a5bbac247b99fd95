/**
 * A worker that starts while the page's own code is still on its way, before it is known which app
 * comes: with the core, which every app needs, and, where the last visit tells, with Python restored
 * from the image that the app will ask for. If it turns out that the app needs another, all that is
 * lost is what the processor did meanwhile.
 */
import type { Prepare } from "../protocol/worker.ts";
import { AppWorker, type WorkerListener } from "./app-worker.ts";
import { type BootOptions, isSameStart } from "./boot-options.ts";
import { siteBytes, startWorker } from "./site-parts.ts";

export class HeadStart {
  readonly #start: () => AppWorker;
  #worker: AppWorker | null = null;
  #isPrepared = false;
  /** What it has been told to start as; null: it only has the core under way. */
  #booting: BootOptions | null = null;

  /** @param start answers a worker that nobody listens to yet */
  constructor(start: () => AppWorker) {
    this.#start = start;
  }

  /** Have a worker, which takes a moment to come. */
  startWorker(): void {
    this.#worker = this.#start();
  }

  /** Have the core under way in it, unless it is or somebody has taken it already. */
  prepare(options: Omit<Prepare, "type">): void {
    if (!this.#isPrepared) this.#worker?.post({ type: "prepare", ...options });
    this.#isPrepared = true;
  }

  /** Start Python like this, unless somebody has taken the worker already. */
  boot(options: BootOptions): void {
    if (!this.#worker || this.#booting) return;
    this.#booting = options;
    this.#worker.boot(options);
  }

  /** No app comes after all. */
  drop(): void {
    this.#worker?.end();
    this.#worker = null;
  }

  /** Hand over the worker, which starts like this; null: there is none that does. */
  take(options: BootOptions, listener: WorkerListener): AppWorker | null {
    const worker = this.#worker;
    this.#worker = null;
    if (!worker) return null;
    const isFitting = this.#booting === null || isSameStart(this.#booting, options);
    // One that has failed is no news for anybody: the app tries by itself.
    if (options.isFresh || !isFitting || worker.hasFailed) {
      worker.end();
      return null;
    }
    worker.listen(listener);
    if (!this.#booting) worker.boot(options);
    return worker;
  }
}

/** For a site that lies at `base`, with a slash at its end. */
export function siteHeadStart(base: string): HeadStart {
  const loader = { bytes: (path: string) => siteBytes(base, path) };
  return new HeadStart(() => new AppWorker(startWorker(), loader));
}
