import { failures } from "./errors.ts";
import type { SourceEnv, SourceSpec } from "./project.ts";

/** A file or folder that was open before and can be offered again: "Reopen app.py". */
export interface KeptHandle {
  /** Its name and when it was met first: what goes by it is never another file's of that name. */
  id: string;
  name: string;
  handle: FileSystemFileHandle | FileSystemDirectoryHandle;
  /** The script in a folder, when it was named. */
  entry?: string;
  /** When it was opened last, in milliseconds since 1970. */
  at: number;
}

const STORE = "handles";
const MAX_HANDLES = 8;

/** Keeps `handle` and answers the name by which the same file is known at every visit. */
export async function keepHandle(
  handle: KeptHandle["handle"],
  entry: string | undefined,
  env: SourceEnv,
): Promise<string> {
  const { name } = handle;
  const kept = await listKeptHandles(env);
  const id = (await findSame(kept, handle)) ?? freeName(`${name} ${env.now().toString(36)}`, kept);
  const record: KeptHandle = { id, name, handle, at: env.now(), ...(entry && { entry }) };
  try {
    await env.storage.put(STORE, id, record);
    const others = kept.filter((other) => other.id !== id);
    for (const { id: old } of others.slice(MAX_HANDLES - 1)) await env.storage.delete(STORE, old);
  } catch {
    // It cannot be offered again, which is no reason not to open it now.
  }
  return id;
}

/** The newest first. */
export async function listKeptHandles(env: Pick<SourceEnv, "storage">): Promise<KeptHandle[]> {
  try {
    const keys = await env.storage.keys(STORE);
    const records = await Promise.all(keys.map((key) => env.storage.get(STORE, key)));
    const kept = records.filter((record) => record !== undefined) as KeptHandle[];
    return kept.sort((one, other) => other.at - one.at);
  } catch {
    return [];
  }
}

export async function forgetHandle(id: string, env: Pick<SourceEnv, "storage">): Promise<void> {
  await env.storage.delete(STORE, id);
}

/**
 * Asks for the permission to read and answers what to open. The browser may show a question, and
 * does so only in answer to a click.
 */
export async function reopenHandle({ handle, name, entry }: KeptHandle): Promise<SourceSpec> {
  const mode = { mode: "read" } as const;
  const isGranted =
    (await handle.queryPermission?.(mode)) !== "prompt" ||
    (await handle.requestPermission?.(mode)) === "granted";
  if (!isGranted) throw failures.forbidden(name);
  if (handle.kind === "file") return { kind: "file", handle };
  return { kind: "folder", handle, ...(entry && { entry }) };
}

async function findSame(
  kept: readonly KeptHandle[],
  handle: KeptHandle["handle"],
): Promise<string | undefined> {
  for (const other of kept) if (await other.handle.isSameEntry(handle)) return other.id;
  return undefined;
}

function freeName(name: string, kept: readonly KeptHandle[]): string {
  const taken = new Set(kept.map(({ id }) => id));
  let id = name;
  for (let number = 2; taken.has(id); number += 1) id = `${name} (${number})`;
  return id;
}
