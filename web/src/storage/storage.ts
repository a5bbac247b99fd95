import { openIndexedDb } from "./indexeddb.ts";
import { memoryStorage } from "./memory.ts";
import type { StoragePort } from "./port.ts";

export { deleteOneOfFew, type FewEntries, getOneOfFew, putOneOfFew } from "./few.ts";
export { keepFile } from "./images/keep-file.ts";
export { keepInWorker } from "./images/keeping.ts";
export {
  type ImageShelf,
  openImageShelf,
  type ShelfPlaces,
  type ShelvedImage,
  toBlob,
} from "./images/shelf.ts";
export { openIndexedDb } from "./indexeddb.ts";
export { storageOnceOpen } from "./lazy.ts";
export { memoryStorage } from "./memory.ts";
export { localNotes, type Notes } from "./notes.ts";
export type { StoragePort } from "./port.ts";
export { mayHaveResults, type ResultsWorker, startResultsWorker } from "./results/results.ts";

/** IndexedDB where the browser grants it, else memory: an app runs either way. */
export async function openStorage(name: string): Promise<StoragePort> {
  try {
    return await openIndexedDb(name);
  } catch {
    return memoryStorage();
  }
}
