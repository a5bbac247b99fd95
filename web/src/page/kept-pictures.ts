/**
 * How apps looked when they were last visited, kept to be shown at their next visit. Whether a
 * picture still fits is the app unit's to say; see app/last-visit.ts.
 */
import type { Picture } from "../protocol/picture.ts";
import {
  deleteOneOfFew,
  type FewEntries,
  putOneOfFew,
  type StoragePort,
} from "../storage/storage.ts";

/** Each has up to a megabyte. */
const PICTURES: FewEntries = { store: "pictures", uses: "picture-uses", most: 20 };

/** An app's picture; null when there is none. */
export async function readPicture(storage: StoragePort, identity: string): Promise<Picture | null> {
  try {
    const kept = await storage.get(PICTURES.store, identity);
    return isPicture(kept) ? kept : null;
  } catch {
    return null; // the page is empty until the first run draws
  }
}

/** Keep an app's picture in place of an older one; null: keep none. */
export async function keepPicture(
  storage: StoragePort,
  identity: string,
  picture: Picture | null,
  now: number,
): Promise<void> {
  try {
    if (picture) await putOneOfFew(storage, PICTURES, identity, picture, now);
    else await deleteOneOfFew(storage, PICTURES, identity);
  } catch {
    // Out of room, or storage is refused: an older one that does not fit any more is not shown.
  }
}

/** The rest of its shape follows from the release, which is part of `of`. */
function isPicture(kept: unknown): kept is Picture {
  const { of, roots } = (kept ?? {}) as Partial<Picture>;
  return typeof of === "string" && Array.isArray(roots);
}
