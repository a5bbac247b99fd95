/**
 * The page's way to the worker that has the browser remember code. An engine remembers what it has
 * compiled of a module when that came from what the service worker keeps: so the second visit would
 * compile the core's JavaScript, as the first has done, and only the third would be spared it. What
 * has just been kept is imported once, while nobody waits, and the second visit is spared it, too.
 */

import { firstMessage } from "../protocol/first-message.ts";

/** Have modules that are kept compiled and remembered; without Python, nothing comes of them. */
export async function rememberModules(addresses: readonly string[]): Promise<void> {
  if (addresses.length === 0) return;
  const worker = new Worker(new URL("./remembering-worker.ts", import.meta.url), {
    type: "module",
  });
  worker.postMessage(addresses);
  await firstMessage(worker, "the worker that compiles").finally(() => worker.terminate());
}
