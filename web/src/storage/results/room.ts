/** Keeps what is stored within its bounds: what was used least recently goes first. */
import type { ResultsDatabase, StoredResult } from "./database.ts";

export interface Bounds {
  /** Bytes of one app. */
  app: number;
  /** Bytes that each result counts beside its content: its key and its place, which take room, too. */
  perResult: number;
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
    this.#left -= this.#cost({ size });
  }

  /** Whether something of this size would stay if everything else went. */
  async fits(size: number): Promise<boolean> {
    const cost = this.#cost({ size });
    if (cost <= this.#left) return true;
    return cost <= Math.min(this.#bounds.app, await this.#totalBound());
  }

  /** Drop what is too much, of the app and of all apps together; answers what went. */
  async trim(app: string): Promise<StoredResult[]> {
    if (this.#left > 0) return [];
    const results = await this.#database.list();
    const total = await this.#totalBound();
    const ofApp = this.#overflow(
      results.filter((result) => result.app === app),
      this.#bounds.app,
    );
    const rest = results.filter((result) => !ofApp.includes(result));
    const ofAll = this.#overflow(rest, total);
    const dropped = [...ofApp, ...ofAll];
    await this.#database.delete(dropped);
    const kept = rest.slice(ofAll.length);
    const keptOfApp = kept.filter((result) => result.app === app);
    const left = this.#bounds.app - this.#costOf(keptOfApp);
    this.#left = Math.min(left, total - this.#costOf(kept));
    return dropped;
  }

  /** Drop results, of whatever app, that come to at least so many bytes; answers what went. */
  async free(size: number): Promise<StoredResult[]> {
    const results = await this.#database.list();
    const dropped = this.#overflow(results, this.#costOf(results) - size);
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

  /** The first of `results` that have to go so that the others come to at most `bound` bytes. */
  #overflow(results: readonly StoredResult[], bound: number): StoredResult[] {
    let cost = this.#costOf(results);
    const end = results.findIndex((result) => {
      if (cost <= bound) return true;
      cost -= this.#cost(result);
      return false;
    });
    return results.slice(0, end === -1 ? results.length : end);
  }

  #cost({ size }: Pick<StoredResult, "size">): number {
    return size + this.#bounds.perResult;
  }

  #costOf(results: readonly StoredResult[]): number {
    return results.reduce((sum, result) => sum + this.#cost(result), 0);
  }
}
