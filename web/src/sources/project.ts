import type { StoragePort } from "../storage/storage.ts";
import type { SourceError } from "./errors.ts";
import type { PageAround } from "./handed.ts";

/** A script with the files around it, and what is known about where it came from. */
export interface Project {
  /** Path of the script in `files`. */
  entry: string;
  /** The app's folder: paths with forward slashes, relative to its top. */
  files: ReadonlyMap<string, Uint8Array>;
  /** Names the app in storage: the same for every visit, whatever arguments it is given. */
  identity: string;
  origin: Origin;
  /** The person, or whoever put up this site, chose it; else it has a frame of its own. */
  isTrusted: boolean;
  /** Arguments that came with the project (a served one); those of the page's address go first. */
  args: readonly string[];
  /** What a person should hear, such as that this is an older copy. */
  notices: readonly string[];
  /** Paths of files that are not what its place has, but what a person has made of them here. */
  changed?: readonly string[];
  /** Present when changes to the files can be seen. */
  watch?: (onChange: (change: ProjectChange) => void) => Stop;
}

export type OriginKind =
  | "served"
  | "site"
  | "link"
  | "gist"
  | "repository"
  | "file"
  | "folder"
  | "code"
  | "page"
  | "draft";

export interface Origin {
  kind: OriginKind;
  /** Whom the script was fetched from, when it came from another origin. */
  host?: string;
  /** An address for people, to see where the script comes from. */
  address?: string;
  revision?: string;
}

export type ProjectChange =
  /** Files were saved, added or removed; the script should run again. */
  | { type: "saved"; files: ReadonlyMap<string, Uint8Array>; removed: readonly string[] }
  /** The files cannot be seen for now. Should they come back, a `saved` follows. */
  | { type: "lost"; error: SourceError };

export type Stop = () => void;

/** Where a project is to be opened from. */
export type SourceSpec =
  /** The local server; `manifest` is the address of its `_app.json`. */
  | { kind: "served"; manifest: string }
  /** What stands in `?script=` or in the landing page's field. */
  | { kind: "address"; address: string }
  /** What stands in `#code=`. */
  | { kind: "code"; code: string }
  /** What was written in the playground. */
  | { kind: "draft"; id: string }
  /** What the page around this one has in itself, by its name there. */
  | { kind: "page"; name: string }
  | { kind: "file"; handle: FileSystemFileHandle }
  | { kind: "folder"; handle: FileSystemDirectoryHandle; entry?: string }
  /** Files from `<input type="file">`, where the browser gives no handles. */
  | { kind: "picked"; files: readonly PickedFile[]; entry?: string };

/** As much of a `File` as is needed. */
export type PickedFile = Pick<File, "name" | "size" | "lastModified" | "arrayBuffer"> & {
  readonly webkitRelativePath?: string;
};

/** What a source may ask of the page it runs in. */
export interface SourceEnv {
  /** Address of the folder that the site is served from, with a slash at its end. */
  site: string;
  fetch: Window["fetch"];
  storage: StoragePort;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Runs `task` once after `delay_ms`, unless stopped before. */
  after: (delay_ms: number, task: () => void) => Stop;
  /** Whether the person can see the page. */
  isVisible: () => boolean;
  /** Calls `listener` when the person comes back to the page, from another tab or window. */
  onReturn: (listener: () => void) => Stop;
  /** The browser's own; absent where it has none. */
  FileSystemObserver?: FileSystemObserverConstructor;
  EventSource?: typeof EventSource;
  /** The page that has this one in a frame; absent in a tab of its own. */
  around?: PageAround;
  /**
   * Whether a top-level module can be had without the project bringing it. Only modules for which
   * this is false are looked for beside a script that comes from an address.
   */
  isKnownModule?: (name: string) => boolean;
}

/** https://github.com/whatwg/fs/blob/main/proposals/FileSystemObserver.md; TypeScript has no types for it. */
export type FileSystemObserverConstructor = new (
  callback: (records: readonly FileSystemChangeRecord[]) => void,
) => FileSystemObserverPort;

export interface FileSystemObserverPort {
  observe(handle: FileSystemHandle, options?: { recursive: boolean }): Promise<void>;
  disconnect(): void;
}

export interface FileSystemChangeRecord {
  readonly type: "appeared" | "disappeared" | "modified" | "moved" | "unknown" | "errored";
  readonly relativePathComponents: readonly string[];
}
