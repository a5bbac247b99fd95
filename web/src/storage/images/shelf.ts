/**
 * Memory images that the browser keeps for this site, and the core's program, as they are when they
 * are used: inflated.
 *
 * The origin's own file system is the quickest to read from; where there is none, Cache storage.
 */

/** The origin's own file system, or Cache storage. */
export type ShelfPlace = "folder" | "cache";

/** Something to read an image from. */
export type ShelvedImage = FileSystemFileHandle | Blob;

/** What can be read where no file can be opened; null: another tab has tidied up. */
export async function toBlob(image: ShelvedImage): Promise<Blob | null> {
  return image instanceof Blob ? image : image.getFile().catch(() => null);
}

export interface ImageShelf {
  readonly place: ShelfPlace;
  /** What is there as a whole, by name. */
  list(): Promise<Map<string, ShelvedImage>>;
  /** The one of that name, if it is there as a whole; null: it is not. */
  find(name: string): Promise<ShelvedImage | null>;
  /** Keep a stream under a name: as a whole, or not at all. */
  put(name: string, content: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void>;
  drop(name: string): Promise<void>;
}

/** What a shelf needs of the browser. */
export interface ShelfPlaces {
  storage?: Pick<StorageManager, "getDirectory">;
  caches?: CacheStorage;
}

const FOLDER = "tabstream-images";

/**
 * The best shelf that this browser gives; null where it gives none.
 *
 * @param site names the shelf: several sites may lie in folders of one origin
 */
export async function openImageShelf(
  { storage, caches }: ShelfPlaces,
  site: string,
): Promise<ImageShelf | null> {
  const name = `${FOLDER} ${encodeURIComponent(site)}`;
  const folder = await openFolder(storage, name).catch(() => null);
  if (folder) return folderShelf(folder);
  const cache = await caches?.open(name).catch(() => null);
  return cache ? cacheShelf(cache) : null;
}

async function openFolder(storage: ShelfPlaces["storage"], name: string) {
  const root = await storage?.getDirectory();
  return root?.getDirectoryHandle(name, { create: true });
}

function folderShelf(folder: FileSystemDirectoryHandle): ImageShelf {
  return {
    place: "folder",
    async list() {
      const found = new Map<string, ShelvedImage>();
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === "file" && (await isWhole(handle))) found.set(nameOf(name), handle);
      }
      return found;
    },
    async find(name) {
      const handle = await folder.getFileHandle(fileName(name)).catch(() => null);
      return handle && (await isWhole(handle)) ? handle : null;
    },
    async put(name, content) {
      const file = await folder.getFileHandle(fileName(name), { create: true });
      try {
        // It becomes the file's content when it is complete, and never else.
        await content.pipeTo(await file.createWritable());
      } catch (error) {
        await folder.removeEntry(fileName(name)).catch(() => {});
        throw error;
      }
    },
    async drop(name) {
      await folder.removeEntry(fileName(name));
    },
  };
}

/** One that was being written when the page went is there, and empty. */
async function isWhole(handle: FileSystemFileHandle): Promise<boolean> {
  return (await handle.getFile()).size > 0;
}

function cacheShelf(cache: Cache): ImageShelf {
  // The keys of a cache are addresses; nothing is asked for by these.
  const address = (name: string): string => `https://images.invalid/${encodeURIComponent(name)}`;
  return {
    place: "cache",
    async list() {
      const found = new Map<string, ShelvedImage>();
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        const name = decodeURIComponent(new URL(request.url).pathname.slice(1));
        if (response) found.set(name, await response.blob());
      }
      return found;
    },
    async find(name) {
      const response = await cache.match(address(name));
      return response ? response.blob() : null;
    },
    async put(name, content) {
      await cache.put(address(name), new Response(content));
    },
    async drop(name) {
      await cache.delete(address(name));
    },
  };
}

/** A file's name has no slashes. */
function fileName(name: string): string {
  return encodeURIComponent(name);
}

function nameOf(file: string): string {
  return decodeURIComponent(file);
}
