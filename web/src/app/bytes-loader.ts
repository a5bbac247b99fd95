/** A loader for a place that may fetch nothing from the site: every file is handed in as bytes. */
import type { Chunk, ChunkName } from "../view/view.ts";
import { bytesWorker } from "./bytes-worker.ts";
import type { HeadStart } from "./head-start.ts";
import type { Loader } from "./loader.ts";
import type { ModuleGraph } from "./module-graph.ts";

/** Load everything from `graph`, the one through which this module itself was loaded. */
export function bytesLoader(graph: ModuleGraph, headStart?: HeadStart): Loader {
  return {
    base: null,
    bytes: (path, options) => graph.read(path, options),
    url: (path) => graph.address(path, typeOf(path)),
    async text(path) {
      return new TextDecoder().decode(await graph.read(path));
    },
    chunk: <N extends ChunkName>(name: N) => {
      const file = graph.parts.chunks[name];
      if (!file) throw new Error(`The build has no part of the view named ${name}.`);
      return graph.import<Chunk<N>>(file);
    },
    worker: () => bytesWorker(graph),
    headStart,
  };
}

function typeOf(path: string): string {
  if (path.endsWith(".svg")) return "image/svg+xml";
  return path.endsWith(".woff2") ? "font/woff2" : "application/octet-stream";
}
