/** Which lazily loaded parts of the view each app used, kept so that its next visit has them early. */
import type { StoragePort } from "../storage/storage.ts";

const STORE = "chunks";

/** What an app used at its last visit; nothing when that is not known. */
export async function readChunks(storage: StoragePort, identity: string): Promise<string[]> {
  try {
    const kept = await storage.get(STORE, identity);
    return Array.isArray(kept) ? kept.filter((name) => typeof name === "string") : [];
  } catch {
    return []; // they are fetched when they are needed
  }
}

export async function keepChunks(
  storage: StoragePort,
  identity: string,
  names: readonly string[],
): Promise<void> {
  await storage.put(STORE, identity, names).catch(() => {});
}
