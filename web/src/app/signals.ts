/**
 * Shared memory by which a newer event and Stop reach a script that cannot be suspended. There is
 * some only on a page that is isolated from other origins.
 */
export interface Signals {
  buffers: { event: SharedArrayBuffer; interrupt: SharedArrayBuffer };
  /** A newer event waits. */
  event(): void;
  /** Raise KeyboardInterrupt in the script. */
  interrupt(): void;
}

/** What Python takes for Ctrl+C. */
const SIGINT = 2;

export function createSignals(): Signals | null {
  if (!globalThis.crossOriginIsolated) return null;
  const buffers = { event: new SharedArrayBuffer(4), interrupt: new SharedArrayBuffer(1) };
  return {
    buffers,
    event: () => void Atomics.store(new Int32Array(buffers.event), 0, 1),
    interrupt: () => {
      new Uint8Array(buffers.interrupt)[0] = SIGINT;
    },
  };
}
