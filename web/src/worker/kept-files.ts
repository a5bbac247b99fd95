/** Reads files that the browser has kept. The page has opened them: nothing is opened by name here. */
import type { KeptFile } from "../protocol/worker.ts";

/** TypeScript does not know yet that several readers may share a file. */
type Shareable = FileSystemFileHandle & {
  createSyncAccessHandle(options: { mode: "read-only" }): Promise<FileSystemSyncAccessHandle>;
};

/** A file to read from without a copy on the way, which is quickest, or else its content. */
export async function openKept(kept: KeptFile): Promise<FileSystemSyncAccessHandle | Blob> {
  if (kept instanceof Blob) return kept;
  try {
    return await (kept as Shareable).createSyncAccessHandle({ mode: "read-only" });
  } catch {
    // Another tab holds it, in a browser that gives a file to one reader at a time.
    return kept.getFile();
  }
}

/** All that is in a file. */
export async function readKept(kept: KeptFile): Promise<Uint8Array<ArrayBuffer>> {
  const file = await openKept(kept);
  if (file instanceof Blob) return new Uint8Array(await file.arrayBuffer());
  try {
    const bytes = new Uint8Array(file.getSize());
    file.read(bytes, { at: 0 });
    return bytes;
  } finally {
    file.close();
  }
}
