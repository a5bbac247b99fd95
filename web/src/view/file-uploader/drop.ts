/** The files in what was dropped or pasted. */
import type { DirectoryDropItem, DropItem } from "react-aria-components/useDragAndDrop";

/**
 * The dropped files; with `withFolders` those in dropped folders, too, each named by its way there.
 */
export async function droppedFiles(items: readonly DropItem[], withFolders: boolean) {
  const files: File[] = [];
  for (const item of items) {
    if (item.kind === "file") files.push(await item.getFile());
    else if (item.kind === "directory" && withFolders) {
      for await (const file of filesIn(item, item.name)) files.push(file);
    }
  }
  return files;
}

async function* filesIn(folder: DirectoryDropItem, path: string): AsyncGenerator<File> {
  for await (const entry of folder.getEntries()) {
    const name = `${path}/${entry.name}`;
    if (entry.kind === "file") yield renamed(await entry.getFile(), name);
    else yield* filesIn(entry, name);
  }
}

/** Files as a person picked them; those of a folder are named by their way from it. */
export function pickedFiles(list: FileList | null): File[] {
  return [...(list ?? [])].map((file) =>
    file.webkitRelativePath ? renamed(file, file.webkitRelativePath) : file,
  );
}

function renamed(file: File, name: string): File {
  return new File([file], name, { type: file.type, lastModified: file.lastModified });
}
