import { failures } from "./errors.ts";
import { type Listed, type Listing, listedFile } from "./listing.ts";
import { isWantedFile, isWantedFolder, MAX_FILES } from "./project-paths.ts";

/** The files of a folder and of the folders in it, as far as they are the app's. */
export async function listFolder(folder: FileSystemDirectoryHandle): Promise<Listing> {
  const listing = new Map<string, Listed>();

  async function addFolder(handle: FileSystemDirectoryHandle, prefix: string): Promise<void> {
    const entries: (FileSystemFileHandle | FileSystemDirectoryHandle)[] = [];
    for await (const entry of handle.values()) entries.push(entry);
    // A virtual environment may have any name; this file is in each.
    if (entries.some(({ name }) => name === "pyvenv.cfg")) return;
    await Promise.all(entries.map((entry) => add(entry, prefix)));
  }

  async function add(
    entry: FileSystemFileHandle | FileSystemDirectoryHandle,
    prefix: string,
  ): Promise<void> {
    const path = prefix + entry.name;
    if (entry.kind === "directory") {
      if (isWantedFolder(entry.name)) await addFolder(entry, `${path}/`);
    } else if (isWantedFile(entry.name)) {
      if (listing.size >= MAX_FILES) {
        throw failures.tooLarge(
          folder.name,
          `More than ${MAX_FILES} files are in it`,
          `${MAX_FILES}`,
        );
      }
      listing.set(path, listedFile(await entry.getFile()));
    }
  }

  await addFolder(folder, "");
  return new Map([...listing].sort(([one], [other]) => (one < other ? -1 : 1)));
}
