import type { StoragePort } from "./port.ts";

/** A storage that is still being opened: each call waits for it, so that nothing else has to. */
export function storageOnceOpen(opening: Promise<StoragePort>): StoragePort {
  return {
    get: async (store, key) => (await opening).get(store, key),
    put: async (store, key, value) => (await opening).put(store, key, value),
    delete: async (store, key) => (await opening).delete(store, key),
    keys: async (store, prefix) => (await opening).keys(store, prefix),
    lasts: async () => (await opening).lasts(),
  };
}
