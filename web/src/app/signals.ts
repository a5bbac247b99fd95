/**
 * Shared memory by which a newer event and Stop reach a script that cannot be suspended. There is
 * some only on a page that is isolated from other origins.
 *
 * Events are counted, not flagged: each message to the worker says how many it knows of, so the
 * worker sees that another is on its way although none can arrive while Python runs.
 */
import type { SignalBuffers } from "../protocol/worker.ts";

/** What Python takes for Ctrl+C. */
const SIGINT = 2;

export class Signals {
  /** Null on a page that is not isolated: then nothing here has an effect. */
  readonly buffers: SignalBuffers | null = globalThis.crossOriginIsolated
    ? { events: new SharedArrayBuffer(4), interrupt: new SharedArrayBuffer(1) }
    : null;
  #events = 0;

  /** The number of the newest event. */
  get newest(): number {
    return this.#events;
  }

  /** Note an event that ends the running script. */
  raiseEvent(): void {
    this.#events += 1;
    if (!this.buffers) return;
    Atomics.store(new Int32Array(this.buffers.events), 0, this.#events);
    this.#wakeSleeper();
  }

  /** Raise KeyboardInterrupt in the script. */
  interrupt(): void {
    if (!this.buffers) return;
    Atomics.store(new Uint8Array(this.buffers.interrupt), 0, SIGINT);
    this.#wakeSleeper();
  }

  /** A script in `time.sleep` waits for this number to change, or for this call. */
  #wakeSleeper(): void {
    if (this.buffers) Atomics.notify(new Int32Array(this.buffers.events), 0);
  }
}
