/**
 * What Python's worker and the site's storage say to each other about cached results that outlive
 * a reload. They speak by a port of their own, one for each start of an app, so that the bytes
 * never pass the page's thread; the page only introduces the two, and says which app it is.
 *
 *     Python's worker                     storage
 *       | recall                            |   as soon as the worker starts, beside Python
 *       | --------------------------------> |
 *       |     recalled {known, recent}      |   recent: bytes of those that were used last
 *       | <-------------------------------- |
 *       | put {key, made, content}          |   as often as the script has a new result
 *       | used {key}, drop {prefix}         |
 *       | --------------------------------> |
 *       | fetch {id, key}                   |   bytes that were not among the recent ones
 *       | --------------------------------> |
 *       |              fetched {id, content}|
 *       | <-------------------------------- |
 *       |              known, gone          |   what another tab of the app did
 *       | <-------------------------------- |
 *       |             lost, problem         |   what found no room, or made room; a word for the log
 *       | <-------------------------------- |
 *       |       switched {isKept}           |   what the person wants
 *       | <-------------------------------- |
 *
 * While nothing is stored nobody may be there yet to hear what Python's worker says. The page says
 * `recalled` then, and brings the storage when the worker calls for it by `keeps_results`, beside
 * its first `put`; see page/kept-results.ts.
 *
 * The app may be somebody else's: the storage looks at the shape of whatever comes from it.
 */

/** What is known of a result without reading it. */
export interface KnownResult {
  key: string;
  /** Bytes. */
  size: number;
  /** When it was computed, in milliseconds since 1970. */
  made: number;
}

export type LostResult = Pick<KnownResult, "key" | "made">;

export type ToResults =
  | { type: "recall" }
  /** Keep a result; one with the same key makes room for it. The content is transferred. */
  | { type: "put"; key: string; made: number; content: ArrayBuffer }
  /** A result was of use: it goes later than others when room is needed. */
  | { type: "used"; key: string }
  /** Forget all whose key begins with this; all of the app's when it is empty. */
  | { type: "drop"; prefix: string }
  /** Read a result, which also counts as a use. */
  | { type: "fetch"; id: number; key: string };

export type FromResults =
  | { type: "recalled"; known: KnownResult[]; recent: { key: string; content: ArrayBuffer }[] }
  | { type: "fetched"; id: number; content: ArrayBuffer | null }
  /** Another tab of the app has put a result. */
  | ({ type: "known" } & KnownResult)
  /** Results were dropped elsewhere: by another tab, or because the person wants none kept. */
  | { type: "gone"; prefix: string }
  /**
   * Results that were put and are not stored, or not any more: they were refused, or had to make
   * room. What was put under the same key at another time is not meant.
   */
  | { type: "lost"; results: LostResult[] }
  /** Whether results are kept from now on, as the person wants it; until it comes, they are. */
  | { type: "switched"; isKept: boolean }
  /** Why results are not kept; a line for the app's log. */
  | { type: "problem"; text: string };

export const MAX_KEY_LENGTH = 1_000;

/** All results of one app together, and therefore each of them. */
export const MAX_APP_BYTES = 256 * 1024 * 1024;

export function isToResults(data: unknown): data is ToResults {
  if (typeof data !== "object" || data === null) return false;
  const { type, key, made, content, prefix, id } = data as Record<string, unknown>;
  switch (type) {
    case "recall":
      return true;
    case "put":
      return isKey(key) && Number.isFinite(made) && isContent(content);
    case "used":
      return isKey(key);
    case "drop":
      return isKey(prefix);
    case "fetch":
      return isKey(key) && Number.isInteger(id);
    default:
      return false;
  }
}

function isKey(value: unknown): boolean {
  return typeof value === "string" && value.length <= MAX_KEY_LENGTH;
}

function isContent(value: unknown): boolean {
  return value instanceof ArrayBuffer && value.byteLength <= MAX_APP_BYTES;
}
