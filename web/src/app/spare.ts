/**
 * A worker that has booted before anybody needs it. When an app loses its own, the spare takes the
 * place at once: only the app itself has to be put into it.
 *
 * It costs the memory of a second Python, so it is made only for an app that somebody is looking at,
 * in an idle moment, on a machine that has the memory; and it goes again when the page has been out
 * of sight for a while.
 */
import { whenIdle } from "../kit/index.ts";
import { AppWorker } from "./app-worker.ts";
import type { BootOptions } from "./boot-options.ts";
import type { Loader } from "./loader.ts";
import { hasMemory } from "./memory.ts";

/** Somebody who has just come moves the first slider: not beside that. */
const SETTLED_MS = 2_000;

/** A page that has been out of sight for so long may stay there. */
const UNSEEN_MS = 30_000;

interface Booting {
  worker: AppWorker;
  options: BootOptions;
  isBooted: boolean;
}

export class Spare {
  readonly #loader: Loader;
  #booting: Booting | null = null;
  /** What is to be booted; null while no spare is wanted. */
  #wanted: BootOptions | null = null;
  /** Whether one has failed or was ended: there is no room for it. */
  #isHopeless = false;
  /** Counts what makes a plan void. */
  #turn = 0;
  #settleTimer = 0;
  #unseenTimer = 0;
  readonly #life = new AbortController();

  constructor(loader: Loader) {
    this.#loader = loader;
    const { signal } = this.#life;
    document.addEventListener("visibilitychange", () => this.#onVisibility(), { signal });
    document.addEventListener("freeze", () => this.#drop(), { signal });
  }

  /** Have one that has booted like this, as soon as there is time for it. */
  want(options: BootOptions): void {
    this.#wanted = options;
    this.#makeLater();
  }

  /** Have none. */
  refuse(): void {
    this.#wanted = null;
    this.#drop();
  }

  /** Hand over one that has booted and has no packages that `options` has not; null: there is none. */
  take(options: BootOptions): AppWorker | null {
    const booting = this.#booting;
    if (!booting?.isBooted) {
      // A start of its own has no use for a second one beside it.
      this.#drop();
      return null;
    }
    const wanted = new Set(options.lock);
    if (options.isFresh || !booting.options.lock.every((name) => wanted.has(name))) {
      this.#drop();
      return null;
    }
    this.#booting = null;
    return booting.worker;
  }

  /** End for ever. */
  dispose(): void {
    this.#life.abort();
    clearTimeout(this.#settleTimer);
    clearTimeout(this.#unseenTimer);
    this.refuse();
  }

  #makeLater(): void {
    if (this.#booting || !this.#wanted || this.#isHopeless || !hasMemory()) return;
    this.#turn += 1;
    const turn = this.#turn;
    const make = (): void => {
      if (turn === this.#turn && document.visibilityState === "visible") void this.#make(turn);
    };
    clearTimeout(this.#settleTimer);
    this.#settleTimer = window.setTimeout(() => whenIdle(make), SETTLED_MS);
  }

  async #make(turn: number): Promise<void> {
    const options = this.#wanted;
    if (!options) return;
    const worker = await this.#loader.worker();
    if (turn !== this.#turn) return worker.terminate();
    const booting: Booting = {
      options,
      isBooted: false,
      worker: new AppWorker(worker, this.#loader, {
        onMessage: ({ type }) => {
          if (type === "booted") booting.isBooted = true;
          // Whatever it is: everything works without a spare, and the app's own start tells of it.
          else if (type === "failed") this.#giveUp();
        },
        onEnd: () => this.#giveUp(),
      }),
    };
    this.#booting = booting;
    booting.worker.boot(options);
  }

  #giveUp(): void {
    this.#isHopeless = true;
    this.#drop();
  }

  #drop(): void {
    this.#turn += 1;
    this.#booting?.worker.end();
    this.#booting = null;
  }

  #onVisibility(): void {
    clearTimeout(this.#unseenTimer);
    if (document.visibilityState === "visible") this.#makeLater();
    else this.#unseenTimer = window.setTimeout(() => this.#drop(), UNSEEN_MS);
  }
}
