/**
 * A worker that starts while the page's own code is still on its way, before it is known which app
 * comes: with the core, which every app needs, and, where the last visit tells, with Python restored
 * from the image that the app will ask for. If it turns out that the app needs another, all that is
 * lost is what the processor did meanwhile.
 */
import type { Prepare } from "../protocol/worker.ts";
import { AppWorker, type WorkerListener } from "./app-worker.ts";
import { type BootOptions, isSameStart } from "./boot-options.ts";
import { bytesWorker } from "./bytes-worker.ts";
import type { Loader } from "./loader.ts";
import type { ModuleGraph } from "./module-graph.ts";
import { siteBytes, startWorker } from "./site-parts.ts";

/** What is known of a start before its app is. */
export interface KnownStart {
  /** What has the core under way; null: to fetch it now would hold up what comes first. */
  prepare: Omit<Prepare, "type"> | null;
  /** How Python is to start; null: the app has to say. */
  boot: BootOptions | null;
}

export const NOTHING_KNOWN: KnownStart = { prepare: null, boot: null };

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
    this.#isPrepared = true;
    this.#booting = options;
    this.#worker.boot(options);
  }

  /** Begin with as much as is known. */
  begin({ prepare, boot }: KnownStart): void {
    if (boot) this.boot(boot);
    else if (prepare) this.prepare(prepare);
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

/** In a frame with an origin of its own, where the worker has to be handed its code first. */
export async function framedHeadStart(graph: ModuleGraph, known: KnownStart): Promise<HeadStart> {
  const worker = await bytesWorker(graph);
  const start = new HeadStart(() => new AppWorker(worker, { bytes: graph.read }));
  start.startWorker();
  start.begin(known);
  return start;
}

/** For a site that lies at `base`, with a slash at its end. */
export function siteHeadStart(base: string): HeadStart {
  const loader: Pick<Loader, "bytes"> = {
    bytes: (path, options) => siteBytes(base, path, options),
  };
  return new HeadStart(() => new AppWorker(startWorker(), loader));
}
