/** Writing what was changed here to the file or the folder that it came from. */
import type { SourceSpec } from "./project.ts";

/** Whether what a source has can be written there: it was picked, and the browser gave a handle. */
export function canWriteBack(source: SourceSpec | null): boolean {
  return source?.kind === "file" || source?.kind === "folder";
}

/**
 * Write files of an app to where they came from; the person may be asked. Answers the paths that were
 * written: beside a single file nothing can be. Throws where the browser or the person refuses.
 */
export async function writeBack(
  source: SourceSpec | null,
  files: ReadonlyMap<string, Uint8Array | null>,
): Promise<string[]> {
  if (source?.kind !== "file" && source?.kind !== "folder") return [];
  const { handle } = source;
  if ((await handle.requestPermission({ mode: "readwrite" })) !== "granted") {
    throw new Error(`${handle.name} may not be written to.`);
  }
  const written: string[] = [];
  for (const [path, bytes] of files) {
    if (source.kind === "file") {
      if (path !== handle.name || !bytes) continue;
      await write(source.handle, bytes);
    } else {
      await writeIn(source.handle, path, bytes);
    }
    written.push(path);
  }
  return written;
}

async function writeIn(
  top: FileSystemDirectoryHandle,
  path: string,
  bytes: Uint8Array | null,
): Promise<void> {
  const folders = path.split("/");
  const name = folders.pop() as string;
  let folder = top;
  for (const one of folders) folder = await folder.getDirectoryHandle(one, { create: true });
  if (bytes) await write(await folder.getFileHandle(name, { create: true }), bytes);
  else await folder.removeEntry(name).catch(ignoreMissing);
}

async function write(file: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const stream = await file.createWritable();
  await stream.write(new Uint8Array(bytes));
  await stream.close();
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof DOMException && error.name === "NotFoundError")) throw error;
}
