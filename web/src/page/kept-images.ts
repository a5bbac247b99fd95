/**
 * Memory images between visits, and the core's program unpacked, which is treated as one of them:
 * what is kept is handed to every app that is opened, and one that would have been of use is fetched
 * for the next visit once this one has nothing else to do.
 *
 * The same image serves all apps and tabs. A new version of the site has images of other names, and
 * those of the old one go.
 */
import type { Images } from "../protocol/port.ts";
import { type ImageShelf, type ShelvedImage, toBlob } from "../storage/storage.ts";
import type { OwnImages } from "./own-images.ts";

export interface ImagesEnvironment {
  openShelf: () => Promise<ImageShelf | null>;
  /** Fetch a file of the site and put it onto the shelf. */
  keep: (path: string, shelf: ImageShelf) => Promise<void>;
  /** Where the images of this version of the site are, and its core's program; they are named so. */
  paths: readonly string[];
  own: OwnImages;
  /** Whether a download of some megabytes is welcome, for now or for the next visit. */
  link: Pick<Images, "mayFetch"> & { mayPrepare: boolean };
  /** Calls back when nothing else is to do. */
  whenIdle: (task: () => void) => void;
  log: (text: string) => void;
}

export class KeptImages {
  readonly #environment: ImagesEnvironment;
  readonly #shelf: Promise<ImageShelf | null>;
  readonly #kept: Promise<ReadonlyMap<string, ShelvedImage>>;
  readonly #wanted = new Set<string>();
  /** What is being fetched, one after the other. */
  #keeping: Promise<void> = Promise.resolve();

  constructor(environment: ImagesEnvironment) {
    this.#environment = environment;
    this.#shelf = environment.openShelf();
    this.#kept = this.#list().catch(() => new Map());
  }

  /** What an app may start from. */
  async forApp(): Promise<Images> {
    const { own, link } = this.#environment;
    const refused = await own.refused().catch(() => new Set<string>());
    return { kept: await this.#kept, mayFetch: link.mayFetch, mayTake: true, refused };
  }

  /**
   * The same for an app in a frame of its own: the site's alone, opened, for it may open nothing itself.
   * What an app in a frame takes for an image would be somebody else's code in the next app.
   */
  async forFrame(): Promise<Images> {
    const { paths, link } = this.#environment;
    const kept = new Map<string, Blob>();
    for (const [name, image] of await this.#kept) {
      const opened = paths.includes(name) ? await toBlob(image) : null;
      if (opened) kept.set(name, opened);
    }
    return {
      kept,
      mayFetch: link.mayFetch,
      mayTake: false,
      refused: new Set(),
    };
  }

  /** Have an image for the next visit; `begin` says when this one has nothing better to do. */
  want(path: string): void {
    if (this.#environment.paths.includes(path)) this.#wanted.add(path);
  }

  /** A run is over: what is wanted may be fetched as soon as nothing else is to do. */
  prepare(): void {
    if (this.#wanted.size === 0 || !this.#environment.link.mayPrepare) return;
    const paths = [...this.#wanted];
    this.#wanted.clear();
    this.#environment.whenIdle(() => {
      for (const path of paths) this.#keeping = this.#keeping.then(() => this.#keep(path));
    });
  }

  /** Resolves when all that was begun is done. */
  get settled(): Promise<void> {
    return this.#keeping;
  }

  /** Forget an image that could not be used. */
  async drop(path: string): Promise<void> {
    await this.#environment.own.refuse(path);
    await (await this.#shelf)?.drop(path).catch(() => {});
  }

  /** Keep an image of just an app's packages, in parts; null: there can be none. */
  keepOwn(name: string, parts: Uint8Array<ArrayBuffer>[] | null): void {
    const { own, log } = this.#environment;
    this.#keeping = this.#keeping.then(async () => {
      try {
        const shelf = await this.#shelf;
        if (!parts || !shelf) return await own.refuse(name);
        await this.#tidy(shelf);
        await own.keep(shelf, name, new Blob(parts));
      } catch (error) {
        log(`${name} could not be kept for the next visit: ${String(error)}`);
      }
    });
  }

  async #list(): Promise<ReadonlyMap<string, ShelvedImage>> {
    const found = (await (await this.#shelf)?.list()) ?? new Map();
    return new Map([...found].filter(([name]) => this.#isOfRelease(name)));
  }

  async #keep(path: string): Promise<void> {
    const { keep, log } = this.#environment;
    try {
      const shelf = await this.#shelf;
      if (!shelf || (await shelf.find(path))) return;
      await this.#tidy(shelf);
      await keep(path, shelf);
    } catch (error) {
      // The next start is slower, and nothing else.
      log(`${path} could not be kept for the next visit: ${String(error)}`);
    }
  }

  /** Images of older versions make room. */
  async #tidy(shelf: ImageShelf): Promise<void> {
    for (const path of (await shelf.list()).keys()) {
      if (!this.#isOfRelease(path)) await shelf.drop(path);
    }
  }

  #isOfRelease(name: string): boolean {
    const { paths, own } = this.#environment;
    return paths.includes(name) || own.has(name);
  }
}
