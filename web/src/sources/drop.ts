import type { PickedFile, SourceSpec } from "./project.ts";

/**
 * What a person dropped on the page, as something to open.
 *
 * Handles are asked for first, for they can be watched and kept. They must all be asked for before
 * the first wait: afterwards the browser has emptied the list of what was dropped.
 */
export async function readDrop(transfer: DataTransfer): Promise<SourceSpec | undefined> {
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  const asked = items.map((item) => item.getAsFileSystemHandle?.());
  const entries = items.map((item) => item.webkitGetAsEntry());
  const files = [...transfer.files];

  const handle = await asked[0]?.catch(() => null);
  if (handle && items.length === 1) {
    return handle.kind === "directory"
      ? { kind: "folder", handle: handle as FileSystemDirectoryHandle }
      : { kind: "file", handle: handle as FileSystemFileHandle };
  }
  const [entry] = entries;
  if (entry?.isDirectory) return { kind: "picked", files: await readEntries(entry) };
  return files.length > 0 ? { kind: "picked", files } : undefined;
}

/** The files below a dropped folder, with their paths, where the browser gives no handle for it. */
async function readEntries(entry: FileSystemEntry): Promise<PickedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [withPath(file, entry.fullPath.slice(1))];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: PickedFile[] = [];
  for (;;) {
    // A reader hands out its folder in pieces, and an empty one at the end.
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (piece.length === 0) return files;
    for (const inner of piece) files.push(...(await readEntries(inner)));
  }
}

/** A file of a dropped folder does not say where it lies, as one of a picked folder does. */
function withPath(file: File, webkitRelativePath: string): PickedFile {
  return {
    name: file.name,
    size: file.size,
    lastModified: file.lastModified,
    arrayBuffer: () => file.arrayBuffer(),
    webkitRelativePath,
  };
}
