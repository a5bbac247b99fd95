// A processor that is four times slower. The browser's own throttle reaches a page's main thread
// alone and refuses workers ("only supported for pages"), in which Python runs. So all of the
// browser's processes are stopped and let go again, a quarter of the time each turn.
import path from "node:path";
import { Worker } from "node:worker_threads";

/** How many times slower. */
export const SLOWNESS = 4;

/** Shorter than a frame, and long enough that to stop and to go on cost next to nothing. */
const TURN_MS = 16;

/**
 * Does some work while a browser is slow.
 * @template T
 * @param {number} group of its processes
 * @param {() => Promise<T>} work
 */
export async function whileSlow(group, work) {
  const isOver = new Int32Array(new SharedArrayBuffer(4));
  // In a thread of its own, since a timer that is late would make the browser quicker.
  const [go_ms, stop_ms] = [TURN_MS / SLOWNESS, TURN_MS - TURN_MS / SLOWNESS];
  const turns = path.join(import.meta.dirname, "slow-processor-turns.mjs");
  const worker = new Worker(turns, { workerData: { group, isOver, go_ms, stop_ms } });
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  try {
    return await work();
  } finally {
    Atomics.store(isOver, 0, 1);
    Atomics.notify(isOver, 0);
    await ended;
  }
}
