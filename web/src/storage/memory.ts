import type { StoragePort } from "./port.ts";

/** Storage that lasts as long as the page: for tests, and where IndexedDB is refused. */
export function memoryStorage(): StoragePort {
  const stores = new Map<string, Map<string, unknown>>();

  function storeNamed(name: string): Map<string, unknown> {
    let store = stores.get(name);
    if (!store) {
      store = new Map();
      stores.set(name, store);
    }
    return store;
  }

  // Values are cloned both ways, as IndexedDB does it: no one else holds what is stored.
  return {
    async get(store, key) {
      return structuredClone(storeNamed(store).get(key));
    },
    async put(store, key, value) {
      storeNamed(store).set(key, structuredClone(value));
    },
    async delete(store, key) {
      storeNamed(store).delete(key);
    },
    async keys(store, prefix = "") {
      return [...storeNamed(store).keys()].filter((key) => key.startsWith(prefix)).sort();
    },
    lasts: async () => false,
  };
}
