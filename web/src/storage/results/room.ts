/** Keeps what is stored within its bounds: what was used least recently goes first. */
import type { ResultsDatabase, StoredResult } from "./database.ts";

export interface Bounds {
  /** Bytes of one app. */
  app: number;
  /** The share of what the browser grants the site that all apps have together. */
  shareOfQuota: number;
}

export class Room {
  readonly #database: ResultsDatabase;
  readonly #bounds: Bounds;
  readonly #estimate: () => Promise<StorageEstimate>;
  /**
   * Bytes that can still come before anything may be too much. To count what is there takes a list
   * of everything, so it is done again only when this is used up.
   */
  #left = 0;

  constructor(database: ResultsDatabase, bounds: Bounds, estimate: () => Promise<StorageEstimate>) {
    this.#database = database;
    this.#bounds = bounds;
    this.#estimate = estimate;
  }

  /** Note that somebody has put so many bytes, here or in another tab. */
  noteBytes(size: number): void {
    this.#left -= size;
  }

  /** Whether something of this size would stay if everything else went. */
  async fits(size: number): Promise<boolean> {
    if (size <= this.#left) return true;
    return size <= Math.min(this.#bounds.app, await this.#totalBound());
  }

  /** Drop what is too much, of the app and of all apps together; answers what went. */
  async trim(app: string): Promise<StoredResult[]> {
    if (this.#left > 0) return [];
    const results = await this.#database.list();
    const total = await this.#totalBound();
    const ofApp = overflow(
      results.filter((result) => result.app === app),
      this.#bounds.app,
    );
    const rest = results.filter((result) => !ofApp.includes(result));
    const ofAll = overflow(rest, total);
    const dropped = [...ofApp, ...ofAll];
    await this.#database.delete(dropped);
    const kept = rest.slice(ofAll.length);
    const keptOfApp = kept.filter((result) => result.app === app);
    this.#left = Math.min(this.#bounds.app - sizeOf(keptOfApp), total - sizeOf(kept));
    return dropped;
  }

  /** Drop results, of whatever app, that come to at least so many bytes; answers what went. */
  async free(size: number): Promise<StoredResult[]> {
    const results = await this.#database.list();
    const dropped = overflow(results, sizeOf(results) - size);
    await this.#database.delete(dropped);
    return dropped;
  }

  async #totalBound(): Promise<number> {
    try {
      const { quota } = await this.#estimate();
      return quota === undefined ? Number.POSITIVE_INFINITY : quota * this.#bounds.shareOfQuota;
    } catch {
      return Number.POSITIVE_INFINITY; // the browser itself says when it is too much
    }
  }
}

/** The first of `results` that have to go so that the others come to at most `bound` bytes. */
function overflow(results: readonly StoredResult[], bound: number): StoredResult[] {
  let size = sizeOf(results);
  const end = results.findIndex((result) => {
    if (size <= bound) return true;
    size -= result.size;
    return false;
  });
  return results.slice(0, end === -1 ? results.length : end);
}

function sizeOf(results: readonly StoredResult[]): number {
  return results.reduce((sum, { size }) => sum + size, 0);
}
