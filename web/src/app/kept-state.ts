/**
 * The session state of an app, kept while its workers come and go. Python pickles it after each run
 * (py/tabstream/_runtime/state_saver.py); here it is bytes that only Python can read.
 */
import type { FromPython } from "../protocol/messages.ts";
import type { SavedState } from "../protocol/worker.ts";

export class KeptState {
  #content: Uint8Array<ArrayBuffer> | null = null;
  /** The names of values that are not among it, and why. */
  #unkept: Record<string, string> = {};
  /** The names of values that ended Python when they were pickled or read. */
  readonly #refused = new Set<string>();

  /** Keep what Python has saved, in place of what it saved before. */
  keep({ content, unkept }: Extract<FromPython, { type: "state_saved" }>): void {
    this.#content = content;
    this.#unkept = unkept;
  }

  /** A value has ended Python: it is neither pickled nor read any more. */
  refuse(name: string): void {
    this.#refused.add(name);
    this.#unkept = { ...this.#unkept, [name]: "it is nested so deeply that it ends Python" };
  }

  /** What the next worker is handed. */
  forNextWorker(): SavedState {
    return { content: this.#content, refused: [...this.#refused] };
  }

  /** What the next worker will not have: names and reasons. */
  get losses(): [name: string, why: string][] {
    return Object.entries(this.#unkept);
  }
}
