/**
 * What an app may tell its page. The app may be somebody else's, so the page never touches a message
 * as it came: it counts it, and reads from it what its type has, each part within bounds. What is
 * not asked for here does not come in.
 */
import type { FromUnit, HealingCause } from "../protocol/port.ts";
import {
  bytes,
  flag,
  line,
  list,
  name,
  number,
  oneOf,
  orNull,
  pairOf,
  plain,
  port,
  REFUSED,
  type Read,
  shape,
  table,
  text,
  words,
} from "./reads.ts";

/** More than an app has use for: a thumb that is dragged makes three a run, fifty runs a second. */
const MOST_PER_SECOND = 2_000;

/** What takes long to read counts as many. */
const WEIGHT = 20;
const HEAVY: ReadonlySet<unknown> = new Set(["picture", "app_config", "cache_report", "resolved"]);

/** A script may print in a loop: more lines than these are left out, and far more end it. */
const LINES_PER_SECOND = 20_000;
const MOST_LINES_PER_SECOND = 100_000;

/** Characters and bytes of what is kept for the next visit. */
const KEPT = 4_000_000;

const CAUSES: Record<HealingCause, true> = {
  stop: true,
  stuck: true,
  asleep: true,
  asset: true,
  broken_asset: true,
  package: true,
  python: true,
  memory: true,
  recursion: true,
  worker: true,
  stalled: true,
  flood: true,
};

const cacheEntry = shape({
  id: words,
  call: words,
  age: number,
  seconds: number,
  size: orNull(number),
  stored: flag,
});
const cachedFunction = shape({
  name: words,
  title: words,
  decorator: name,
  file: words,
  line: number,
  hits: number,
  misses: number,
  saved: number,
  last_miss: orNull(words),
  unkept: orNull(words),
  stored: number,
  entries: list(cacheEntry, 10_000),
});
const place = shape({ file: words, line: number, columns: orNull(pairOf(number)) });
const problem = shape({ kind: name, text: line, place: orNull(place) });
const cacheable = shape({ title: words, file: words, line: number, seconds: number });

const READS: { [T in FromUnit["type"]]: Record<string, Read> } = {
  progress: { stage: name, loaded: number, total: number },
  state: { state: name },
  blocked: { isBlocked: flag },
  healing: {
    healing: orNull(
      shape({ cause: oneOf(...Object.keys(CAUSES)), isDone: flag, lost: list(name, 100) }),
    ),
  },
  failed: { reason: oneOf(...Object.keys(CAUSES)), what: words, detail: line },
  page_settings: {
    settings: shape({
      title: orNull(words),
      icon: orNull(text(1_000_000)),
      layout: oneOf("centered", "wide"),
      sidebar: plain(100),
      menu_items: table(orNull(text(100_000)), 100),
    }),
  },
  app_config: { options: plain(KEPT) },
  query: { query: list(pairOf(words), 1_000) },
  cache_report: { functions: list(cachedFunction, 1_000), could_be_cached: list(cacheable, 1_000) },
  log: { text: line, level: oneOf("print", "info", "warning", "error") },
  resolved: {
    resolved: shape({ asked: words, lock: list(name, 1_000), wheels: list(words, 1_000) }),
  },
  chunks: { names: list(name, 100) },
  picture: { picture: orNull(plain(KEPT)) },
  results: { port },
  assets: { paths: list(name, 1_000) },
  started: { lock: list(name, 1_000), images: list(name, 100) },
  keeps_results: {},
  image_wanted: { path: name },
  image_used: { name },
  image_taken: { name, parts: orNull(list(bytes, 100)) },
  image_broken: { path: name },
  download: { name, mime: name, bytes },
  open_link: { address: text(100_000) },
  problems: { problems: list(problem, 20) },
  key: { key: name, isShifted: flag },
  height: { height: number },
};

/** The message as the page may have it; null: no app may send that. */
export function readFromUnit(message: unknown): FromUnit | null {
  const type = typeOf(message);
  if (typeof type !== "string" || !Object.hasOwn(READS, type)) return null;
  try {
    const read = shape(READS[type as FromUnit["type"]])(message) as object;
    return { type, ...read } as FromUnit;
  } catch (error) {
    if (error !== REFUSED) throw error;
    return null;
  }
}

function typeOf(message: unknown): unknown {
  return typeof message === "object" && message !== null && "type" in message ? message.type : null;
}

/** Too much: the app is ended. */
export const TOO_MUCH = Symbol("too much");

/** Counts the messages of one app, and reads them. */
export class PortGuard {
  #since = 0;
  #messages = 0;
  #lines = 0;
  #leftOut = 0;

  /** What came at `now`, in milliseconds, in the order in which it is to be taken; null: refused. */
  receive(message: unknown, now: number): (FromUnit | null)[] | typeof TOO_MUCH {
    const told = now - this.#since >= 1_000 ? this.#begin(now) : [];
    const type = typeOf(message);
    if (type === "log") {
      this.#lines += 1;
      if (this.#lines > MOST_LINES_PER_SECOND) return TOO_MUCH;
      if (this.#lines > LINES_PER_SECOND) {
        this.#leftOut += 1;
        return told;
      }
    } else {
      this.#messages += HEAVY.has(type) ? WEIGHT : 1;
      if (this.#messages > MOST_PER_SECOND) return TOO_MUCH;
    }
    return [...told, readFromUnit(message)];
  }

  /** A new second has begun: what was left out in the last one is told. */
  #begin(now: number): FromUnit[] {
    const count = this.#leftOut;
    this.#since = now;
    this.#messages = 0;
    this.#lines = 0;
    this.#leftOut = 0;
    if (count === 0) return [];
    const text = `${count} lines were left out: no more than ${LINES_PER_SECOND} are kept of a second.`;
    return [{ type: "log", level: "warning", text }];
  }
}
