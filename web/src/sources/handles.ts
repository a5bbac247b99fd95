import { keepHandle } from "./kept-handles.ts";
import { listFolder } from "./list-folder.ts";
import { listPicked } from "./list-picked.ts";
import { openLiveFiles } from "./live-files.ts";
import type { Project, SourceEnv } from "./project.ts";
import { wakeOnChange } from "./wake.ts";
import { isZipName } from "./zip-name.ts";

/** How many looks in a row may fail; an editor that renames its new file is through by then. */
const PATIENCE = 3;

/**
 * Opens one script, or a zip, on the person's disk. What lies beside a script is out of reach: that
 * takes a folder.
 */
export async function openFileHandle(
  handle: FileSystemFileHandle,
  env: SourceEnv,
): Promise<Project> {
  const { name } = handle;
  return openLiveFiles(
    {
      name,
      entry: isZipName(name) ? undefined : name,
      identity: async () => `file:${await keepHandle(handle, undefined, env)}`,
      origin: { kind: "file" },
      args: [],
      list: async () => listPicked(await handle.getFile()),
      wake: wakeOnChange(handle, env),
      patience: PATIENCE,
    },
    env,
  );
}

/** Opens a folder on the person's disk, and in it `entry` or else the likeliest script. */
export async function openFolderHandle(
  handle: FileSystemDirectoryHandle,
  entry: string | undefined,
  env: SourceEnv,
): Promise<Project> {
  const { name } = handle;
  return openLiveFiles(
    {
      name,
      entry,
      identity: async () => `folder:${await keepHandle(handle, entry, env)}`,
      origin: { kind: "folder" },
      args: [],
      list: () => listFolder(handle),
      wake: wakeOnChange(handle, env),
      patience: PATIENCE,
    },
    env,
  );
}
