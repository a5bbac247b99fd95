/** A store of which only those entries are kept that were used last. */
import type { StoragePort } from "./port.ts";

export interface FewEntries {
  store: string;
  /** When each entry was used last; apart, so that looking for the oldest reads no content. */
  uses: string;
  /** How many are kept. */
  most: number;
}

export async function getOneOfFew(
  storage: StoragePort,
  { store, uses }: FewEntries,
  key: string,
  now: number,
): Promise<unknown> {
  const value = await storage.get(store, key);
  if (value !== undefined) await storage.put(uses, key, now);
  return value;
}

export async function putOneOfFew(
  storage: StoragePort,
  few: FewEntries,
  key: string,
  value: unknown,
  now: number,
): Promise<void> {
  await storage.put(few.uses, key, now);
  await storage.put(few.store, key, value);
  await dropOldest(storage, few);
}

export async function deleteOneOfFew(
  storage: StoragePort,
  { store, uses }: FewEntries,
  key: string,
): Promise<void> {
  await storage.delete(store, key);
  await storage.delete(uses, key);
}

async function dropOldest(storage: StoragePort, few: FewEntries): Promise<void> {
  const keys = await storage.keys(few.uses);
  if (keys.length <= few.most) return;
  const uses = await Promise.all(
    keys.map(async (key) => ({ key, at: Number(await storage.get(few.uses, key)) })),
  );
  uses.sort((one, other) => one.at - other.at);
  for (const { key } of uses.slice(0, keys.length - few.most)) {
    await deleteOneOfFew(storage, few, key);
  }
}
