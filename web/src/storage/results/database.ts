/**
 * The database of cached results. What is known of a result and its bytes lie in two stores, so
 * that a list, and the search for what can go, never load bytes.
 */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";

/** What is known of a stored result. */
export interface StoredResult {
  /** The app's identity: apps never see each other's results. */
  app: string;
  key: string;
  /** Bytes. */
  size: number;
  /** When it was computed, in milliseconds since 1970. */
  made: number;
  /** When it was put, or used last: a number that only grows. */
  used: number;
}

type Place = [app: string, key: string];

interface Schema extends DBSchema {
  about: {
    key: Place;
    value: StoredResult;
    indexes: { "by app and use": [app: string, used: number]; "by use": number };
  };
  content: { key: Place; value: ArrayBuffer };
}

type Stores = ("about" | "content")[];
type Transaction<M extends IDBTransactionMode> = IDBPTransaction<Schema, Stores, M>;

const BOTH: Stores = ["about", "content"];

export class ResultsDatabase {
  readonly #name: string;
  #connection: Promise<IDBPDatabase<Schema>> | null = null;

  constructor(name: string) {
    this.#name = name;
  }

  /** What is there of an app, or of all of them; the least recently used first. */
  list(app?: string): Promise<StoredResult[]> {
    return this.#run(["about"], "readonly", (transaction) => {
      const about = transaction.objectStore("about");
      if (app === undefined) return about.index("by use").getAll();
      return about.index("by app and use").getAll(IDBKeyRange.bound([app], [app, []]));
    });
  }

  /** The bytes under each key; undefined where there are none. */
  read(app: string, keys: readonly string[]): Promise<(ArrayBuffer | undefined)[]> {
    return this.#run(["content"], "readonly", (transaction) => {
      const content = transaction.objectStore("content");
      return Promise.all(keys.map((key) => content.get([app, key])));
    });
  }

  /** Store a result whole, or not at all. */
  async put(about: StoredResult, content: ArrayBuffer): Promise<void> {
    await this.#run(BOTH, "readwrite", (transaction) =>
      Promise.all([
        transaction.objectStore("content").put(content, [about.app, about.key]),
        transaction.objectStore("about").put(about),
      ]),
    );
  }

  /** Note when results of an app were used. */
  async noteUses(app: string, uses: ReadonlyMap<string, number>): Promise<void> {
    await this.#run(["about"], "readwrite", (transaction) => {
      const about = transaction.objectStore("about");
      return Promise.all(
        [...uses].map(async ([key, used]) => {
          const found = await about.get([app, key]);
          if (found) await about.put({ ...found, used });
        }),
      );
    });
  }

  async delete(results: readonly Pick<StoredResult, "app" | "key">[]): Promise<void> {
    if (results.length === 0) return;
    await this.#run(BOTH, "readwrite", (transaction) =>
      Promise.all(
        results.flatMap(({ app, key }) =>
          BOTH.map((store) => transaction.objectStore(store).delete([app, key])),
        ),
      ),
    );
  }

  /** Delete all of an app whose key begins with `prefix`. */
  async deleteAll(app: string, prefix: string): Promise<void> {
    await this.#run(BOTH, "readwrite", async (transaction) => {
      // An array sorts after every text, so this range ends behind the last key of the app.
      const range = IDBKeyRange.bound([app, prefix], [app, []], false, true);
      const places = await transaction.objectStore("about").getAllKeys(range);
      // Keys with one prefix stand side by side.
      const last = places.findLast(([, key]) => key.startsWith(prefix));
      if (!last) return;
      const found = IDBKeyRange.bound([app, prefix], last);
      await Promise.all(BOTH.map((store) => transaction.objectStore(store).delete(found)));
    });
  }

  async #run<M extends "readonly" | "readwrite", T>(
    stores: Stores,
    mode: M,
    work: (transaction: Transaction<M>) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#try(stores, mode, work);
    } catch (error) {
      // The connection was closed after it had been asked for: somebody deletes the database.
      if (!(error instanceof DOMException && error.name === "InvalidStateError")) throw error;
      this.#connection = null;
      return this.#try(stores, mode, work);
    }
  }

  async #try<M extends "readonly" | "readwrite", T>(
    stores: Stores,
    mode: M,
    work: (transaction: Transaction<M>) => Promise<T>,
  ): Promise<T> {
    const database = await this.#connect();
    // A result that a power cut loses is computed anew; waiting for the disk would cost more.
    const transaction = database.transaction(stores, mode, { durability: "relaxed" });
    const working = async (): Promise<T> => {
      try {
        return await work(transaction);
      } catch (error) {
        abort(transaction);
        throw error;
      }
    };
    try {
      const [result] = await Promise.all([working(), transaction.done]);
      return result;
    } catch (error) {
      // What a request says when its transaction ends is that it ended; this says why.
      throw transaction.error ?? error;
    }
  }

  #connect(): Promise<IDBPDatabase<Schema>> {
    const forget = (): void => {
      this.#connection = null;
    };
    this.#connection ??= openDB<Schema>(this.#name, 1, {
      upgrade(database) {
        const about = database.createObjectStore("about", { keyPath: ["app", "key"] });
        about.createIndex("by app and use", ["app", "used"]);
        about.createIndex("by use", "used");
        database.createObjectStore("content");
      },
      // Somebody wants the database gone or newer: give way, and connect again when next asked.
      blocking(_current, _wanted, event) {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    }).catch((error: unknown) => {
      forget();
      throw error;
    });
    return this.#connection;
  }
}

/** Half a result is worse than none. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}
