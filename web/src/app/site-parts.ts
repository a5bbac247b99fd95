/** Parts of the site by their address, without a view: the first code of the page needs no more. */

/** The bytes of a file of the site, such as "pyodide/pyodide.asm.wasm". */
export async function siteBytes(
  base: string,
  path: string,
  cache: RequestCache = "default",
): Promise<ArrayBuffer> {
  const response = await fetch(new URL(path, base), { cache });
  if (!response.ok) throw new Error(`${path}: the site answered ${response.status}.`);
  return response.arrayBuffer();
}

/** A worker that has not booted yet. */
export function startWorker(): Worker {
  return new Worker(new URL("../worker/entry.ts", import.meta.url), { type: "module" });
}
