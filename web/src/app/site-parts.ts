/** Parts of the site by their address, without a view: the first code of the page needs no more. */

import type { ReadOptions } from "../protocol/assets.ts";

/** The bytes of a file of the site, such as "pyodide/pyodide.asm.wasm". */
export async function siteBytes(
  base: string,
  path: string,
  { cache = "default", onBytes }: ReadOptions = {},
): Promise<ArrayBuffer> {
  const response = await fetch(new URL(path, base), { cache });
  if (!response.ok) throw new Error(`${path}: the site answered ${response.status}.`);
  if (!onBytes || !response.body) return response.arrayBuffer();
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      onBytes(piece.byteLength);
      controller.enqueue(piece);
    },
  });
  return new Response(response.body.pipeThrough(counting)).arrayBuffer();
}

/** A worker that has not booted yet. */
export function startWorker(): Worker {
  return new Worker(new URL("../worker/entry.ts", import.meta.url), { type: "module" });
}
