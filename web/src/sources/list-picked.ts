import { type Listing, listedFile } from "./listing.ts";
import type { PickedFile } from "./project.ts";
import { unzip } from "./zip.ts";
import { isZipName } from "./zip-name.ts";

/** One look at a file that a person picked: at what is in it, when it is a zip. */
export async function listPicked(file: PickedFile): Promise<Listing> {
  const whole = listedFile(file);
  if (!isZipName(file.name)) return new Map([[file.name, whole]]);
  const { files } = unzip(await whole.read(), file.name);
  return new Map(
    [...files].map(([path, bytes]) => {
      // A zip that is saved anew is looked into anew, file by file.
      return [path, { ...whole, size_bytes: bytes.length, read: async () => bytes }];
    }),
  );
}
