/**
 * The parts of the page that are fetched when something first needs them. A line here is all it
 * takes to make a module such a part: the bundler gives each its own file, and `Assets.chunk` is
 * the only way to get one.
 */
export const chunks = {
  colours: () => import("./color-picker-chunk.ts"),
  dates: () => import("./date-input/dates-chunk.ts"),
  emoji: () => import("./markdown/emoji-chunk.ts"),
  grid: () => import("./data-frame/grid-chunk.ts"),
  highlight: () => import("./markdown/highlight-chunk.ts"),
  katex: () => import("./markdown/katex-chunk.ts"),
  sanitise: () => import("./markdown/sanitise.ts"),
  vega: () => import("./vega-chart/vega-chunk.ts"),
} as const satisfies Record<string, () => Promise<unknown>>;

export type ChunkName = keyof typeof chunks;

/** What a chunk exports. */
export type Chunk<N extends ChunkName> = Awaited<ReturnType<(typeof chunks)[N]>>;
