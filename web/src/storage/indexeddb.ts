import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { StoragePort } from "./port.ts";

/**
 * All stores live in one object store under keys `[store, key]`. A new store name then needs no
 * new database version, and so no other tab of the site ever has to be closed for an upgrade.
 */
interface Schema extends DBSchema {
  entries: { key: [store: string, key: string]; value: unknown };
}

/** Storage in IndexedDB; rejects where the browser refuses it (some private windows, sandboxes). */
export async function openIndexedDb(name: string): Promise<StoragePort> {
  let connection: Promise<IDBPDatabase<Schema>> | undefined;

  function connect(): Promise<IDBPDatabase<Schema>> {
    connection ??= openDB<Schema>(name, 1, {
      upgrade: (database) => {
        database.createObjectStore("entries");
      },
      // Somebody wants the database gone or newer: give way, and connect again when next asked.
      blocking: (_current, _wanted, event) => {
        connection = undefined;
        (event.target as IDBDatabase).close();
      },
      terminated: () => {
        connection = undefined;
      },
    }).catch((error: unknown) => {
      connection = undefined;
      throw error;
    });
    return connection;
  }

  await connect();
  return {
    async get(store, key) {
      return (await connect()).get("entries", [store, key]);
    },
    async put(store, key, value) {
      await (await connect()).put("entries", value, [store, key]);
    },
    async delete(store, key) {
      await (await connect()).delete("entries", [store, key]);
    },
    async keys(store, prefix = "") {
      // An array sorts after every text, so this range ends behind the last key of the store.
      const range = IDBKeyRange.bound([store, prefix], [store, []], false, true);
      const found = await (await connect()).getAllKeys("entries", range);
      return found.map(([, key]) => key).filter((key) => key.startsWith(prefix));
    },
    lasts: async () => true,
  };
}
