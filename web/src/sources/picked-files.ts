import { failures } from "./errors.ts";
import { tryFingerprintOfFiles } from "./fingerprint.ts";
import { listPicked } from "./list-picked.ts";
import { type Listing, listedFile } from "./listing.ts";
import { openLiveFiles } from "./live-files.ts";
import type { PickedFile, Project, SourceEnv } from "./project.ts";
import { isWantedPath } from "./project-paths.ts";
import { wakeOnReturn } from "./wake.ts";
import { isZipName } from "./zip-name.ts";

/**
 * Opens files from `<input type="file">`, for browsers without handles.
 *
 * Such a file is a picture of the moment it was picked. Some browsers read the newer content from
 * it, others refuse once it was saved. So it is read again when the person comes back from their
 * editor, and the first refusal is told: only they can pick it again.
 */
export async function openPickedFiles(
  picked: readonly PickedFile[],
  entry: string | undefined,
  env: SourceEnv,
): Promise<Project> {
  const [first] = picked;
  if (!first) throw failures.noPython("The selection", []);
  const folder = first.webkitRelativePath?.split("/", 1)[0];
  const name = folder || first.name;
  const files = new Map(
    picked.map((file) => [pathOf(file), file] as const).filter(([path]) => isWantedPath(path)),
  );
  const isAlone = picked.length === 1 && !folder;
  const list = async (): Promise<Listing> =>
    isAlone
      ? listPicked(first)
      : new Map([...files].map(([path, file]) => [path, listedFile(file)]));
  return openLiveFiles(
    {
      name,
      entry: entry ?? (isAlone && !isZipName(first.name) ? first.name : undefined),
      // A name alone is no identity: the next `app.py` may be another one.
      identity: async (read) => `picked:${(await tryFingerprintOfFiles(read)) ?? env.now()}`,
      origin: { kind: folder ? "folder" : "file" },
      args: [],
      // The size and time of the picture stay as they were, whatever the file has become.
      list: async () =>
        new Map(
          [...(await list())].map(([path, listed]) => [
            path,
            { ...listed, modified_ms: Number.POSITIVE_INFINITY },
          ]),
        ),
      wake: wakeOnReturn(env),
      patience: 0,
    },
    env,
  );
}

/** The path inside the picked folder, whose own name is not part of it. */
function pathOf(file: PickedFile): string {
  const relative = file.webkitRelativePath;
  return relative ? relative.slice(relative.indexOf("/") + 1) : file.name;
}
