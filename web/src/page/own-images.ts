/**
 * Images of apps' own packages, which no release has: each was taken in this browser, and serves all
 * apps with just these packages. They are large, so there are few, and the one that has not been used
 * for longest makes room.
 */
import type { ImageShelf, StoragePort } from "../storage/storage.ts";

export const MOST_IMAGES = 3;
export const MOST_BYTES = 600_000_000;

const STORE = "images";

/** What is known of an image by its name. */
interface Note {
  /** When it was used last, in milliseconds. */
  usedAt: number;
  /** Whether it is not to be taken again. */
  isRefused: boolean;
}

export class OwnImages {
  readonly #storage: StoragePort;
  /** What the names of those of this release begin with. */
  readonly #prefix: string;

  constructor(storage: StoragePort, prefix: string) {
    this.#storage = storage;
    this.#prefix = prefix;
  }

  /** Whether an image of that name belongs to this release. */
  has(name: string): boolean {
    return name.startsWith(this.#prefix);
  }

  /** The names of those that are not to be taken again. */
  async refused(): Promise<Set<string>> {
    const names = await this.#storage.keys(STORE, this.#prefix);
    const notes = await Promise.all(names.map((name) => this.#read(name)));
    return new Set(names.filter((_, i) => notes[i]?.isRefused));
  }

  async noteUse(name: string): Promise<void> {
    await this.#write(name, { usedAt: Date.now(), isRefused: false });
  }

  /** It could not be taken, kept or restored, and so it would be the next time. */
  async refuse(name: string): Promise<void> {
    await this.#write(name, { usedAt: 0, isRefused: true });
  }

  /** Keep an image; others make room for it. */
  async keep(shelf: ImageShelf, name: string, content: Blob): Promise<void> {
    if (!this.has(name)) return;
    if (content.size > MOST_BYTES) return this.refuse(name);
    try {
      await this.#makeRoom(shelf, name, content.size);
      await shelf.put(name, content.stream());
      await this.noteUse(name);
    } catch (error) {
      await this.refuse(name);
      throw error;
    }
  }

  /** Drop as many others as need be, the one that was not used for longest first. */
  async #makeRoom(shelf: ImageShelf, name: string, size: number): Promise<void> {
    const own = [...(await shelf.list())].filter(([other]) => this.has(other) && other !== name);
    const known = await Promise.all(
      own.map(async ([other, image]) => {
        const { size } = image instanceof Blob ? image : await image.getFile();
        return { other, size, usedAt: (await this.#read(other)).usedAt };
      }),
    );
    known.sort((one, another) => another.usedAt - one.usedAt);
    let bytes = size;
    for (const [i, { other, size }] of known.entries()) {
      bytes += size;
      if (i + 1 < MOST_IMAGES && bytes <= MOST_BYTES) continue;
      await shelf.drop(other);
      await this.#storage.delete(STORE, other);
    }
  }

  async #read(name: string): Promise<Note> {
    const note = ((await this.#storage.get(STORE, name)) ?? {}) as Partial<Note>;
    return { usedAt: Number(note.usedAt ?? 0), isRefused: note.isRefused === true };
  }

  /** Without room for the note an image is tried once more, or goes a little early. */
  async #write(name: string, note: Note): Promise<void> {
    if (this.has(name)) await this.#storage.put(STORE, name, note).catch(() => {});
  }
}
