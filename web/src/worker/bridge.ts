/**
 * Python's way out: what py/tabstream/_host/browser.py calls, and the mail that waits for it.
 *
 * JavaScript never calls into Python while a script runs. Messages wait here instead; Python
 * fetches them between two lines of the script (when it can be suspended, so that they can arrive
 * at all) and between two runs.
 */
import type { FromWorker, SignalBuffers } from "../protocol/worker.ts";
import { copyOut, type PyBytes } from "./py-bytes.ts";
import type { Results } from "./results.ts";

/** A Python list of them. */
interface PyList extends Iterable<PyBytes> {
  destroy(): void;
}

export class Bridge {
  /** What is kept of cached results; for Python. */
  readonly results: Results;
  /**
   * The name of the value of the session state that Python is pickling or reading, written by it: a
   * value that is nested deeply enough ends the interpreter, and then it is known which one.
   */
  handledValue: string | null = null;
  readonly #post: (message: FromWorker, transfer: ArrayBuffer[]) => void;
  readonly #events: Int32Array | null;
  readonly #turns = new MessageChannel();
  #waiting: string[] = [];
  /** The number of the newest event that has arrived. */
  #heard = 0;
  #wake: (() => void) | null = null;
  #turned: (() => void)[] = [];

  constructor(
    post: (message: FromWorker, transfer: ArrayBuffer[]) => void,
    signals: SignalBuffers | null,
    results: Results,
  ) {
    this.results = results;
    this.#post = post;
    this.#events = signals && new Int32Array(signals.events);
    this.#turns.port1.onmessage = () => this.#turned.shift()?.();
  }

  /** Take a message for Python in, and the number of the newest event that it tells of. */
  deliver(text: string, event: number): void {
    this.#waiting.push(text);
    this.#heard = event;
    this.#wake?.();
  }

  get hasMail(): boolean {
    return this.#waiting.length > 0;
  }

  // ---- called by Python -----------------------------------------------------------------------

  send(text: string): void {
    this.#post({ type: "python", text, buffers: [] }, []);
  }

  sendWithBuffers(text: string, list: PyList): void {
    const buffers: ArrayBuffer[] = [];
    for (const item of list) {
      buffers.push(copyOut(item));
      item.destroy();
    }
    this.#post({ type: "python", text, buffers }, buffers);
  }

  receive(): string {
    if (this.#waiting.length === 0) return "";
    const mail = `[${this.#waiting.join(",")}]`;
    this.#waiting = [];
    return mail;
  }

  /** Resolves when the event loop has turned once. A timer would cost four milliseconds. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#turned.push(resolve);
      this.#turns.port2.postMessage(null);
    });
  }

  /** Resolves after a time, or as soon as a message is there. */
  wait(timeMs: number): Promise<void> {
    if (this.hasMail) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(wake, timeMs);
      this.#wake = wake;
    });
  }

  /** Stand still for a time, or until there is news; false where only Python itself can do that. */
  block(timeMs: number): boolean {
    if (!this.#events) return false;
    Atomics.wait(this.#events, 0, this.#heard, timeMs);
    return true;
  }

  /** Whether a newer event waits outside, where it cannot arrive while Python runs. */
  isInterrupted(): boolean {
    return this.#events !== null && Atomics.load(this.#events, 0) !== this.#heard;
  }
}
