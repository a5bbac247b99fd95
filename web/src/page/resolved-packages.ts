/** What the requirements of each app came to, kept so that its next visit asks no package index. */
import type { ResolvedPackages } from "../protocol/port.ts";
import type { StoragePort } from "../storage/storage.ts";

const STORE = "packages";

/** What is kept for an app; null when there is nothing, or nothing that can be used. */
export async function readResolved(
  storage: StoragePort,
  identity: string,
): Promise<ResolvedPackages | null> {
  try {
    const kept = await storage.get(STORE, identity);
    return isResolved(kept) ? kept : null;
  } catch {
    return null; // an index can still be asked
  }
}

/** Keep it for the next visit; without room for it the next visit asks again. */
export async function keepResolved(
  storage: StoragePort,
  identity: string,
  resolved: ResolvedPackages,
): Promise<void> {
  await storage.put(STORE, identity, resolved).catch(() => {});
}

function isResolved(kept: unknown): kept is ResolvedPackages {
  const { asked, lock, wheels } = (kept ?? {}) as Partial<ResolvedPackages>;
  return typeof asked === "string" && Array.isArray(lock) && Array.isArray(wheels);
}
