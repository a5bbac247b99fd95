/**
 * What the view and the worker say to each other around Python: starting it, handing assets in,
 * and carrying Python's own messages (messages.ts) as text.
 *
 * A start has two halves. `boot` starts the interpreter and loads packages: nothing of one app's
 * own is in it, so a worker can be booted before anybody needs it. `open` brings the app. It may be
 * sent together with `boot`; the worker comes to it when it has booted.
 *
 *     view                                worker
 *       | boot {assets, packages, ...}      |
 *       | --------------------------------> |
 *       | open {files, open, run, ...}      |   with it, or at any time after it
 *       | --------------------------------> |
 *       |    ask {id, path}                 |   only when the worker may not fetch by itself
 *       | <-------------------------------- |
 *       | arrived {id, count}, answer {id, bytes}   arrived many times
 *       | --------------------------------> |
 *       |    alive, progress {stage, ...}   |   progress many times
 *       | <-------------------------------- |
 *       |    booted                         |
 *       | <-------------------------------- |
 *       |    ready {canSuspend}             |   after `open`
 *       | <-------------------------------- |
 *       | python {text}    <-->    python {text, buffers}     the first run's came with `open`
 *       | install {packages}                |   a saved file needs more of them
 *       | --------------------------------> |
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
  reason:
    | "asset"
    | "broken_asset"
    | "package"
    | "python"
    | "memory"
    | "recursion"
    | "worker"
    | "stalled"
    /** The script drew more than a page can show. */
    | "flood";
  /** The asset, package or error at fault. */
  what: string;
  detail: string;
}

/** What an app needs beside Python's own library. */
export interface PackagePlan {
  /** Names of packages of our lock, each after what it depends on. */
  lock: string[];
  /** What micropip installs after those. */
  micropip: MicropipRequirement[];
  /** Where micropip looks, in this order; none: where it looks by itself. */
  indexUrls: string[];
  /** Where `micropip` found its wheels at an earlier visit: with them no index is asked. */
  wheels: string[] | null;
}

/** What requirements came to: the packages of our lock, and the addresses of the wheels. */
export interface FoundPackages {
  lock: string[];
  wheels: string[];
}

export interface MicropipRequirement {
  /** As micropip is given it: a name with versions, an address, or a file as `emfs:/app/x.whl`. */
  requirement: string;
  /**
   * Set when the package was only guessed from an import: it comes after the others, and only if
   * this module is not there by then. Not to find it is no failure of the start: the script says
   * by itself what it misses.
   */
  module: string | null;
  /** Whether the script has an answer for its absence. */
  isOptional: boolean;
  file: string;
  line: number;
}

/** What a worker can do before it is known what app comes: every start needs the core. */
export interface Prepare
  extends Pick<Boot, "base" | "isFresh" | "versions" | "packed" | "core" | "isTraced"> {
  type: "prepare";
}

/** The first half of a start: what any app of the same packages would need. */
export interface Boot {
  type: "boot";
  /** The address below which the worker fetches the site's assets; null: it asks for each. */
  base: string | null;
  /** Whether to pass over what the browser has kept: a start has failed, perhaps by that. */
  isFresh: boolean;
  /** Sizes in bytes, as they are transferred, of the assets that will be needed, by path. */
  sizes: Record<string, number>;
  /** The same for a plain start, which comes after all when the image is of no use. */
  plainSizes: Record<string, number>;
  /** The paths of the assets that are fetched packed; see protocol/assets.ts. */
  packed: string[];
  /** By path, what stands for an asset's content: an address with it never means another. */
  versions: Record<string, string>;
  /** The core's program as the browser has kept it, unpacked; null: it has to be fetched. */
  core: KeptFile | null;
  /** Names of packages of our lock, each after what it depends on. */
  lock: string[];
  /** What is restored instead of started; null: nothing. */
  image: BootImage | null;
  /** Whether the site's lock has other packages than the one that is in its images. */
  hasOwnLock: boolean;
  /** Shared memory by which a newer event and Stop reach a script that cannot be suspended. */
  signals: SignalBuffers | null;
  /** Whether the stages of the start are recorded; see trace.ts. */
  isTraced: boolean;
  /** The name of a lock that the worker holds as long as it lives. */
  life: string;
  /** A port that closes when the worker ends. Transferred. */
  lifeline: MessagePort;
}

/** A memory image, see web/src/image/. Some of the packages are in it. */
export interface BootImage {
  /** Where on the site it is. */
  path: string;
  /** Whether it is of just the app's packages, with what micropip has installed. */
  isWhole: boolean;
  /** The same, kept by the browser, which is quicker; null: it has to be fetched. */
  kept: KeptFile | null;
}

/** Take an image of packages, instead of all else; see web/src/image/. */
export interface TakeImage extends Omit<Prepare, "type"> {
  type: "take_image";
  packages: PackagePlan;
  /** What Python has imported in it. */
  modules: string[];
}

/** A file that the page has opened: nothing here is opened by its name. */
export type KeptFile = FileSystemFileHandle | Blob;

/** The second half: the app itself. */
export interface Open {
  type: "open";
  /** All that it needs; what was loaded by `boot` is there. */
  packages: PackagePlan;
  files: AppFiles;
  /** The `open` message for Python, as JSON. */
  open: string;
  /** The first `run` for Python, as JSON, which begins at once; null: one may be sent later. */
  run: string | null;
  /** Where cached results are kept, see results.ts; null: nowhere. Transferred. */
  results: MessagePort | null;
  /** The session state of the worker whose place this one takes. */
  saved: SavedState;
}

/** What a worker is handed of the session state of the one before. */
export interface SavedState {
  /** What Python sent in its last `state_saved`; null when there was nothing. */
  content: Uint8Array<ArrayBuffer> | null;
  /** The names of values that ended Python when they were pickled or read. */
  refused: string[];
}

export interface SignalBuffers {
  /** One 32-bit number: how many events there were that end the running script. */
  events: SharedArrayBuffer;
  /** One byte that Python looks at: 2 raises KeyboardInterrupt. */
  interrupt: SharedArrayBuffer;
}

export type ToWorker =
  | Prepare
  | Boot
  | Open
  | TakeImage
  /** What has Python imported? No answer when it is busy. */
  | { type: "list_imports" }
  /** A message for Python, and the number of the newest event that it tells of. */
  | { type: "python"; text: string; event: number }
  | { type: "install"; packages: PackagePlan }
  | { type: "write_files"; files: AppFiles; removed: string[] }
  | { type: "write_upload"; path: string; bytes: Uint8Array<ArrayBuffer> }
  /** So many more bytes of what was asked for have come. */
  | { type: "arrived"; id: number; count: number }
  | { type: "answer"; id: number; bytes: ArrayBuffer | null; error?: string }
  /** Is it there? */
  | { type: "ping" };

export type FromWorker =
  | ({ type: "progress" } & Progress)
  /** The lock is held: when it is free again, the worker has ended. */
  | { type: "alive" }
  /** What is kept of the core is of no use; it is fetched. */
  | { type: "core_failed" }
  /** The image is of no use; Python starts as it does without one. */
  | { type: "image_failed" }
  /** The interpreter and its packages are there; without an app it waits for one. */
  | { type: "booted" }
  /** The app is open. Python can be suspended in the middle of a script, or not (JSPI). */
  | { type: "ready"; canSuspend: boolean }
  /** What micropip found on an index. */
  | ({ type: "found" } & FoundPackages)
  /** It is of no use any more. `value` is what was being pickled or read of the session state. */
  | ({ type: "failed"; value: string | null } & BootFailure)
  /** The names of modules that are not the app's own. */
  | { type: "imports"; names: string[] }
  /** The parts of an image, one after the other; null where none could be taken. */
  | { type: "image_taken"; parts: Uint8Array<ArrayBuffer>[] | null }
  /** `isFresh`: past what the browser has kept. */
  | { type: "ask"; id: number; path: string; isFresh: boolean }
  | { type: "pong" }
  /** There is a first result to keep; see results.ts. */
  | { type: "keeps_results" }
  | { type: "log"; text: string; level: "print" | "info" | "warning" | "error" }
  | { type: "python"; text: string; buffers: ArrayBuffer[] };
