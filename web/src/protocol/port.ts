/**
 * The port between the page and an app unit: everything the unit needs from outside, and all that
 * the page may know of it. The page does not trust what comes from the unit.
 */
import type { CacheReport, Json, LogLevel, PageSettings, QueryPairs } from "./messages.ts";
import type { Picture } from "./picture.ts";
import type { ScriptProblem } from "./problems.ts";
import type { AppFiles, BootFailure, FoundPackages, KeptFile, Progress } from "./worker.ts";

/** An app, ready to be opened. */
export interface Project {
  /** The script's path among the files. */
  entry: string;
  files: AppFiles;
  argv: string[];
  /** The app's own query parameters. */
  query: QueryPairs;
  page: string;
  /** Options set from outside the app's folder. */
  config: Record<string, Json>;
  /** Where micropip looks for packages; null for its own default. */
  indexUrls: string[] | null;
  /** What the app's requirements came to at an earlier visit; null at the first. */
  resolved: ResolvedPackages | null;
  /** Whether the page answers on the ports of `results`; without it none is sent. */
  keepsResults: boolean;
  /** Without it Python starts plainly. */
  images?: Images;
  /** The lazily loaded parts of the view that the app used at its last visit. */
  chunks?: readonly string[];
  /** What is shown until the first run draws: kept at an earlier visit, perhaps of other files. */
  picture?: Picture | null;
}

/** Memory images that an app may start from, and the core's program, which counts as one of them. */
export interface Images {
  /**
   * Those that the browser has kept: by their path on the site, or see own-images.ts. Opened already
   * for a frame, which may open nothing.
   */
  kept: ReadonlyMap<string, KeptFile>;
  /** Whether an image of just the app's packages may be taken. */
  mayTake: boolean;
  /** Whether the others are worth their download: they are not on a slow link. */
  mayFetch: boolean;
  /** Names of own images that are not to be taken again: it has failed, or there is no room. */
  refused: ReadonlySet<string>;
}

/** What an app's requirements came to; it holds as long as exactly these are asked for. */
export interface ResolvedPackages extends FoundPackages {
  asked: string;
}

/** As Streamlit names them in `data-test-script-state`. */
export type ScriptState =
  | "initial"
  | "running"
  | "rerunRequested"
  | "stopRequested"
  | "compilationError"
  | "notRunning";

/** Why Python had to be started anew under a running app. */
export type HealingCause =
  /** A person stopped a script that nothing else reaches. */
  | "stop"
  /** A person wants a script to go on that does not notice a change. */
  | "stuck"
  /** It was gone when the page came back from sleep. */
  | "asleep"
  | BootFailure["reason"];

/** What a person is told of it. */
export interface HealingState {
  cause: HealingCause;
  /** Whether Python is there again. */
  isDone: boolean;
  /** The names of values in the session state that could not be kept. */
  lost: string[];
}

export type ToUnit =
  | { type: "open"; project: Project }
  | { type: "rerun" }
  | { type: "stop" }
  /** Forget cached values: all, those of one function, or one of them. */
  | { type: "clear_caches"; function: string | null; entry: string | null }
  /** Send a `cache_report` now and after each run, or stop that. */
  | { type: "watch_caches"; on: boolean }
  /** Start Python anew, with the same files, values and session state. */
  | { type: "restart" }
  /** End the script that does not notice a change, and run it with that. */
  | { type: "unblock" }
  /** Files were saved; the script runs again when `runs` says so. */
  | { type: "write_files"; files: AppFiles; removed: string[]; runs: boolean }
  | { type: "query"; query: QueryPairs }
  /** How the person wants to see the app; what is left out stays as it is. */
  | { type: "appearance"; appearance: Partial<Appearance> };

/** What a person, or the page around the app, chose of its looks. */
export interface Appearance {
  /** "app" is what the author wanted. */
  theme: "app" | "system" | "light" | "dark";
  /** Null for what the author wanted. */
  layout: "centered" | "wide" | null;
  /** How the app is a part of another page; null when it has the tab to itself. */
  embedding: Embedding | null;
}

/** What the page around an embedded app wants of it. */
export interface Embedding {
  /** Room around the content, as in a tab of its own. */
  hasPadding: boolean;
  /** Whether what is higher than the frame can be scrolled to. */
  canScroll: boolean;
  /** Whether the start of Python is shown. */
  showsStart: boolean;
}

export type FromUnit =
  | ({ type: "progress" } & Progress)
  | { type: "state"; state: ScriptState }
  /** A change waits for a script that cannot be interrupted here; only a restart would help. */
  | { type: "blocked"; isBlocked: boolean }
  /** Python was lost or ended and starts anew; null: there is no more to tell of it. */
  | { type: "healing"; healing: HealingState | null }
  | ({ type: "failed" } & BootFailure)
  | { type: "page_settings"; settings: PageSettings }
  | { type: "app_config"; options: Record<string, Json> }
  | { type: "query"; query: QueryPairs }
  | ({ type: "cache_report" } & CacheReport)
  | { type: "log"; text: string; level: LogLevel }
  /** What the requirements came to: to be handed in at the next visit, which then asks no index. */
  | { type: "resolved"; resolved: ResolvedPackages }
  /** The lazily loaded parts of the view that were used so far: to be handed in the next time. */
  | { type: "chunks"; names: string[] }
  /** How the app looks before anybody touched it, for its next visit; null: show nothing there. */
  | { type: "picture"; picture: Picture | null }
  /** Where Python, at each of its starts, asks for what is kept of its results; see results.ts. */
  | { type: "results"; port: MessagePort }
  /** Which files of the site Python was started with: paths, as they were asked for. */
  | { type: "assets"; paths: string[] }
  /** Packages of the lock, and the images with them, the best first: the next start will want these. */
  | { type: "started"; lock: string[]; images: string[] }
  /** There is a first result to keep: somebody should listen to that port by now. */
  | { type: "keeps_results" }
  /** An image, or the core's program, that the next start would be quicker with: it is not kept yet. */
  | { type: "image_wanted"; path: string }
  /** A kept image of just the app's packages is used. */
  | { type: "image_used"; name: string }
  /** There is such a one to keep, in parts; null: none can be taken. */
  | { type: "image_taken"; name: string; parts: Uint8Array<ArrayBuffer>[] | null }
  /** A kept image, or the core's program, could not be used. */
  | { type: "image_broken"; path: string }
  /** Save a file where the browser saves downloads. */
  | { type: "download"; name: string; mime: string; bytes: Uint8Array<ArrayBuffer> }
  /** Open an address in a tab of its own, which a frame for an app may not do. */
  | { type: "open_link"; address: string }
  /** The exceptions that are shown; told before a run is said to be over, when they are others than before. */
  | { type: "problems"; problems: ScriptProblem[] }
  /** A key was pressed that nothing in the app's frame has a use for. */
  | { type: "key"; key: string; isShifted: boolean }
  /** The height of an embedded app's content in pixels, whenever it changes. */
  | { type: "height"; height: number };
