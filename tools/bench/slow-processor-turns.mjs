// The thread that stops a browser and lets it go on: see slow-processor.mjs.
import { workerData } from "node:worker_threads";

/** @type {{ group: number, isOver: Int32Array<SharedArrayBuffer>, go_ms: number, stop_ms: number }} */
const { group, isOver, go_ms, stop_ms } = workerData;

/** Pause; answers whether to go on. @param {number} time_ms */
const pause = (time_ms) => Atomics.wait(isOver, 0, 0, time_ms) === "timed-out";

try {
  do process.kill(-group, "SIGSTOP");
  while (pause(stop_ms) && process.kill(-group, "SIGCONT") && pause(go_ms));
} finally {
  process.kill(-group, "SIGCONT");
}
