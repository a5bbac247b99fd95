import type { ModuleGraph } from "./module-graph.ts";

/** A worker that has not booted yet, where its code is to be had as bytes alone. */
export async function bytesWorker(graph: ModuleGraph): Promise<Worker> {
  return new Worker(await workerAddress(graph), { type: "module" });
}

/** In a frame with an origin of its own only a data: address starts a worker. */
async function workerAddress(graph: ModuleGraph): Promise<string> {
  const { worker } = graph.parts;
  if (self.origin !== "null") return graph.address(worker, "text/javascript");
  const bytes = new Uint8Array(await graph.read(worker));
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `data:text/javascript;base64,${btoa(text)}`;
}
