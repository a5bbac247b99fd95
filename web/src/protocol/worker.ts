/**
 * What the view and the worker say to each other around Python: starting it, handing assets in,
 * and carrying Python's own messages (messages.ts) as text.
 *
 *     view                                worker
 *       | boot {assets, packages, ...}      |
 *       | --------------------------------> |
 *       |    ask {id, path}                 |   only when the worker may not fetch by itself
 *       | <-------------------------------- |
 *       | answer {id, bytes}                |
 *       | --------------------------------> |
 *       |    progress {stage, ...}  (many)  |
 *       | <-------------------------------- |
 *       |    ready                          |
 *       | <-------------------------------- |
 *       | python {text}    <-->    python {text, buffers}
 */

/** The app's own files, by their path below its folder. */
export type AppFiles = Map<string, Uint8Array<ArrayBuffer>>;

export type BootStage = "python" | "packages" | "starting" | "running";

export interface Progress {
  stage: BootStage;
  /** Bytes that have arrived, and all that is known to come; both only ever grow. */
  loaded: number;
  total: number;
}

/** Why an app could not start, in a form that the page puts into words. */
export interface BootFailure {
  reason: "asset" | "broken_asset" | "package" | "python" | "worker" | "stalled";
  /** The asset, package or error at fault. */
  what: string;
  detail: string;
}

/** A requirement that micropip installs. */
export interface MicropipRequirement {
  spec: string;
}

export interface Boot {
  type: "boot";
  /** The address below which the worker fetches the site's assets; null: it asks for each. */
  base: string | null;
  /** Sizes in bytes of the assets that will be needed, by path. */
  sizes: Record<string, number>;
  /** Names of packages of our lock. */
  packages: string[];
  micropip: string[];
  /** Where micropip looks; null for its own default. */
  indexUrls: string[] | null;
  files: AppFiles;
  /** The `open` message for Python, as JSON. */
  open: string;
  /** Shared memory by which a newer event and Stop reach a script that cannot be suspended. */
  signals: { event: SharedArrayBuffer; interrupt: SharedArrayBuffer } | null;
}

export type ToWorker =
  | Boot
  | { type: "python"; text: string }
  | { type: "write_files"; files: AppFiles; removed: string[] }
  | { type: "write_upload"; path: string; bytes: Uint8Array<ArrayBuffer> }
  | { type: "answer"; id: number; bytes: ArrayBuffer | null; error?: string };

export type FromWorker =
  | ({ type: "progress" } & Progress)
  | { type: "ready" }
  | ({ type: "failed" } & BootFailure)
  | { type: "ask"; id: number; path: string }
  | { type: "log"; text: string; level: "print" | "info" | "warning" | "error" }
  | { type: "python"; text: string; buffers: ArrayBuffer[] };
