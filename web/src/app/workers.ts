/** Where an app's workers come from: every one that it gets, first or later, comes from here. */
import { AppWorker, type WorkerListener } from "./app-worker.ts";
import type { BootOptions } from "./boot-options.ts";
import type { Loader } from "./loader.ts";
import { Spare } from "./spare.ts";

export class Workers {
  readonly #loader: Loader;
  readonly #spare: Spare;
  /** Counts those that were asked for; who is overtaken by the next gets none. */
  #asked = 0;

  constructor(loader: Loader) {
    this.#loader = loader;
    this.#spare = new Spare(loader);
  }

  /**
   * A worker that has booted, or is about to. Null when another was asked for meanwhile, or none
   * is wanted any more.
   */
  async get(options: BootOptions, listener: WorkerListener): Promise<AppWorker | null> {
    this.#asked += 1;
    const asked = this.#asked;
    const spare = this.#spare.take(options);
    if (spare) {
      spare.listen(listener);
      return spare;
    }
    const begun = this.#loader.headStart?.take(options, listener);
    if (begun) return begun;
    const worker = await this.#loader.worker();
    if (asked !== this.#asked) {
      worker.terminate();
      return null;
    }
    const booting = new AppWorker(worker, this.#loader, listener);
    booting.boot(options);
    return booting;
  }

  /** Have a spare that has booted like this as soon as there is time for it; null: have none. */
  keepSpare(options: BootOptions | null): void {
    if (options) this.#spare.want(options);
    else this.#spare.refuse();
  }

  /** Nobody wants a worker any more. */
  dispose(): void {
    this.#asked += 1;
    this.#spare.dispose();
  }
}
