/**
 * What the page keeps between visits: named stores of structured-cloneable values under text keys.
 *
 * A value comes back as `unknown` on purpose. What lies in a store may have been written by an
 * older version of the site, so whoever reads it looks at its shape first.
 */
export interface StoragePort {
  /** The value under `key`, or undefined. Changing it later does not change what is stored. */
  get(store: string, key: string): Promise<unknown>;
  /** Stores `value`; rejects with a `QuotaExceededError` when the browser gives no more room. */
  put(store: string, key: string, value: unknown): Promise<void>;
  delete(store: string, key: string): Promise<void>;
  /** The keys that begin with `prefix`, in ascending order. */
  keys(store: string, prefix?: string): Promise<string[]>;
  /** Whether all this is there at the next visit. */
  lasts(): Promise<boolean>;
}
