/**
 * The conversation, as the page's side sees it. The Python side is
 * py/tabstream/_protocol/conversation.py; the drawing of who says what is there.
 */
import type { ElementKind, ElementProps, ExceptionCard } from "./elements.ts";

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** Every value that a person or the script has set, by widget id. */
export type WidgetValues = Record<string, Json>;

/** The app's own query parameters, in order. */
export type QueryPairs = [name: string, value: string][];

// ---- to Python ---------------------------------------------------------------------------------

export type ToPython =
  | {
      type: "open";
      entry: string;
      folder: string;
      argv: string[];
      query: QueryPairs;
      page: string;
      config: Record<string, Json>;
    }
  | {
      type: "run";
      id: number;
      widgets: WidgetValues;
      seen: number;
      trigger: { widget: string; value: Json } | null;
      live: boolean;
      page: string | null;
      fragment: string | null;
      query: QueryPairs | null;
    }
  | { type: "stop" }
  | { type: "files_changed"; paths: string[] }
  | { type: "upload"; id: string; name: string; mime: string; path: string }
  /** Forget cached values: all, those of one function, or one of them. */
  | { type: "clear_caches"; function: string | null; entry: string | null }
  /** Send a `cache_report` now and after each run, or stop that. */
  | { type: "watch_caches"; on: boolean }
  /** The page went out of sight: what has to outlive it is saved now. */
  | { type: "page_hidden" };

// ---- from Python -------------------------------------------------------------------------------

/** How a run ended; see RunEnd in conversation.py. */
export type RunEnd =
  | "done"
  | "stopped_itself"
  | "error"
  | "rerun"
  | "interrupted"
  | "stopped"
  | "compile_error";

export interface PageSettings {
  title: string | null;
  icon: string | null;
  layout: "centered" | "wide";
  sidebar: "auto" | "expanded" | "collapsed" | number;
  menu_items: Record<string, string | null>;
}

export type LogLevel = "print" | "info" | "warning" | "error";

/** One kept result; see CacheEntry in conversation.py. */
export interface CacheEntry {
  id: string;
  /** The call, such as `n=3, name='a'`. */
  call: string;
  /** Seconds since it was computed, and seconds that it took. */
  age: number;
  seconds: number;
  /** Bytes in memory; null where only the object is kept and its size is not known. */
  size: number | null;
  /** Whether it outlives the page. */
  stored: boolean;
}

/** What a cached function's results have been good for. */
export interface CachedFunctionReport {
  /** Its name among the caches; unlike `title`, no other has it. */
  name: string;
  title: string;
  decorator: string;
  file: string;
  line: number;
  hits: number;
  misses: number;
  /** Seconds that the hits have saved. */
  saved: number;
  /** Why the last call that was computed was not served. */
  last_miss: string | null;
  /** Why its results do not outlive the page; null when they do. */
  unkept: string | null;
  /** Bytes that lie in the browser's storage. */
  stored: number;
  entries: CacheEntry[];
}

/** A function that was slow in several runs, for the same arguments. */
export interface Cacheable {
  title: string;
  file: string;
  line: number;
  seconds: number;
}

export interface CacheReport {
  functions: CachedFunctionReport[];
  could_be_cached: Cacheable[];
}

export type FromPython =
  | { type: "run_started"; run: number; request: number; page: string; fragment: string | null }
  | { type: "ops"; run: number; ops: Op[] }
  | { type: "run_ended"; run: number; how: RunEnd; error: ExceptionCard | null }
  | { type: "log"; text: string; level: LogLevel }
  | ({ type: "page_settings" } & PageSettings)
  | { type: "app_config"; options: Record<string, Json> }
  | { type: "query"; query: QueryPairs }
  | ({ type: "cache_report" } & CacheReport)
  /** The session state after a run: bytes for Python alone; and what cannot be kept, and why. */
  | { type: "state_saved"; content: Uint8Array<ArrayBuffer> | null; unkept: Record<string, string> }
  /** A value that came from the worker before cannot be read. */
  | { type: "state_lost"; name: string; why: string };

// ---- ops ---------------------------------------------------------------------------------------

/** The numbers of the roots, as in py/tabstream/_protocol/ops.py. */
export const MAIN = 0;
export const SIDEBAR = 1;
export const EVENT = 2;
export const BOTTOM = 3;

export interface NodeContent<K extends ElementKind = ElementKind> {
  id: number;
  kind: K;
  props: ElementProps[K];
  block: boolean;
  widget: string | null;
  key: string | null;
  page: string;
  fragment: string | null;
}

export type Op =
  | { op: "insert"; parent: number; index: number; node: NodeContent }
  | { op: "patch"; id: number; props: Record<string, unknown> }
  | { op: "move"; id: number; index: number }
  | { op: "remove"; id: number }
  | { op: "keep"; parent: number; index: number; count: number }
  | { op: "set_value"; widget: string; value: Json }
  | { op: "drop_values"; widgets: string[] };

/**
 * Read a message of Python: its JSON, with the bytes that came beside it put in their places.
 */
export function decodeFromPython(text: string, buffers: readonly ArrayBuffer[]): FromPython {
  const message: unknown = JSON.parse(text);
  if (buffers.length > 0) placeBuffers(message, buffers);
  return message as FromPython;
}

/** Replace every `{"$buffer": n}` below `value`. */
function placeBuffers(value: unknown, buffers: readonly ArrayBuffer[]): void {
  if (typeof value !== "object" || value === null) return;
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    const place = bufferPlace(fields[name]);
    if (place === undefined) placeBuffers(fields[name], buffers);
    else fields[name] = new Uint8Array(buffers[place] ?? new ArrayBuffer(0));
  }
}

function bufferPlace(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null || !("$buffer" in value)) return undefined;
  return typeof value.$buffer === "number" ? value.$buffer : undefined;
}
