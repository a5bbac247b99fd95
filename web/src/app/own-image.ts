/**
 * An image of just the packages that an app has, for its next visit: taken in a worker of its own,
 * after a run that came to a good end, in an idle moment.
 */
import { whenIdle } from "../kit/index.ts";
import type { TakeImage } from "../protocol/worker.ts";
import { AppWorker } from "./app-worker.ts";
import type { Loader } from "./loader.ts";
import { hasMemory } from "./memory.ts";

export type Taking = Omit<TakeImage, "type" | "modules">;

export interface OwnImageListener {
  /** Ask the app's worker what it has imported; the answer goes to `take`, if there is one. */
  askImports(): void;
  /** It has been taken; null where that was not possible. */
  onTaken(name: string, parts: Uint8Array<ArrayBuffer>[] | null): void;
  log(text: string): void;
}

export class OwnImage {
  readonly #loader: Loader;
  readonly #listener: OwnImageListener;
  #wanted: { name: string; taking: Taking } | null = null;
  #worker: AppWorker | null = null;
  /** The names of those that need not be taken any more. */
  readonly #done = new Set<string>();
  /** Counts what makes a plan void. */
  #turn = 0;

  constructor(loader: Loader, listener: OwnImageListener) {
    this.#loader = loader;
    this.#listener = listener;
  }

  /** Have one of that name, as soon as there is time for it. */
  want(name: string, taking: Taking): void {
    if (this.#done.has(name) || this.#worker || !hasMemory()) return;
    const isNew = this.#wanted === null;
    this.#wanted = { name, taking };
    if (isNew) whenIdle(() => this.#wanted && this.#listener.askImports());
    else this.#listener.askImports();
  }

  /** Take it, now that it is known what the app has imported. */
  async take(modules: string[]): Promise<void> {
    if (!this.#wanted || document.visibilityState !== "visible") return;
    const { name, taking } = this.#wanted;
    this.#wanted = null;
    this.#done.add(name);
    const turn = this.#turn;
    const worker = await this.#loader.worker();
    if (turn !== this.#turn) return worker.terminate();
    this.#worker = new AppWorker(worker, this.#loader, {
      onMessage: (message) => {
        if (message.type === "log") this.#listener.log(message.text);
        if (message.type === "image_taken") this.#end(name, message.parts);
      },
      onEnd: (detail) => {
        this.#listener.log(`No image could be taken of the app's packages: ${detail}.`);
        this.#end(name, null);
      },
    });
    this.#worker.post({ ...taking, type: "take_image", modules });
  }

  /** Have none of that name: the one that there was is of no use, and so would be the next. */
  refuse(name: string): void {
    this.#done.add(name);
  }

  /** Nobody wants one any more. */
  dispose(): void {
    this.#turn += 1;
    this.#wanted = null;
    this.#worker?.end();
    this.#worker = null;
  }

  #end(name: string, parts: Uint8Array<ArrayBuffer>[] | null): void {
    this.dispose();
    this.#listener.onTaken(name, parts);
  }
}
