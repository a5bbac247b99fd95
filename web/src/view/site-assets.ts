/**
 * Assets fetched from the site. Apart from assets.ts, which every view may import, because the
 * table of chunks leads to the views that are loaded when they are first needed.
 */
import type { Assets } from "./assets.ts";
import { type Chunk, type ChunkName, chunks } from "./chunks.ts";

/** Assets fetched from the site that this page came from. */
export function siteAssets(base: string): Assets {
  const address = (path: string) => new URL(path, base).href;
  return {
    // The table's own types tie each name to its exports; TypeScript cannot follow a call through a
    // union of them.
    chunk: <N extends ChunkName>(name: N) => chunks[name]() as Promise<Chunk<N>>,
    async text(path) {
      const response = await fetch(address(path));
      if (!response.ok) throw new Error(`${path}: the site answered ${response.status}.`);
      return response.text();
    },
    url: async (path) => address(path),
  };
}
