/** Reads an image, from where it comes: a stream, or a file of this origin. */
import { MismatchError } from "./emscripten.ts";
import { type Bytes, decodeHeader, headerLength, type ImageHeader, MARK_LENGTH } from "./format.ts";
import { inflated } from "./inflate.ts";

export interface ImageReader {
  readonly header: Promise<ImageHeader>;
  modules(): Promise<Bytes>;
  /** Fill the blocks of memory; each is asked for by its start and its length. */
  readMemory(block: (start: number, length: number) => Bytes): Promise<void>;
  files(): Promise<Bytes>;
}

/** Read an image from a stream, compressed by gzip or not. All of it is read at once. */
export function readStream(stream: ReadableStream<Bytes>): ImageReader {
  const parts = readParts(stream);
  // Each part's failure is met where the part is wanted; nobody may want the later ones.
  for (const part of Object.values(parts)) part.catch(() => {});
  return {
    header: parts.header,
    modules: () => parts.modules,
    async readMemory(block) {
      const { blocks } = await parts.header;
      const memory = await parts.memory;
      let end = 0;
      for (const [start, length] of blocks) {
        block(start, length).set(memory.subarray(end, end + length));
        end += length;
      }
    },
    files: () => parts.files,
  };
}

function readParts(stream: ReadableStream<Bytes>) {
  const source = inflated(stream).then((plain) => new Pieces(plain));
  const header = source.then(async (pieces) => {
    const length = headerLength(await pieces.read(MARK_LENGTH));
    if (length === null) throw new MismatchError("this is no image");
    return decodeHeader(await pieces.read(length));
  });
  const after = <T>(before: Promise<T>, part: keyof ImageHeader["parts"]): Promise<Bytes> =>
    before.then(async () => (await source).read((await header).parts[part]));
  const modules = after(header, "modules");
  const memory = after(modules, "memory");
  return { header, modules, memory, files: after(memory, "files") };
}

/** A stream by pieces of a wanted length. */
class Pieces {
  readonly #reader: ReadableStreamDefaultReader<Bytes>;
  #rest: Bytes = new Uint8Array(0);

  constructor(stream: ReadableStream<Bytes>) {
    this.#reader = stream.getReader();
  }

  async read(length: number): Promise<Bytes> {
    const piece = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      if (this.#rest.length === 0) {
        const { value, done } = await this.#reader.read();
        if (done) throw new MismatchError("the image is cut off");
        this.#rest = value;
      }
      const taken = this.#rest.subarray(0, length - filled);
      piece.set(taken, filled);
      filled += taken.length;
      this.#rest = this.#rest.subarray(taken.length);
    }
    return piece;
  }
}

/** What an image needs of a `FileSystemSyncAccessHandle`. */
export interface ImageFile {
  getSize(): number;
  read(target: Bytes, options: { at: number }): number;
  close(): void;
}

/** Read an image from a file: its memory goes where it belongs without a copy on the way. */
export function readFile(file: ImageFile): ImageReader {
  const take = (at: number, length: number): Bytes => {
    const bytes = new Uint8Array(length);
    fill(bytes, at);
    return bytes;
  };
  const fill = (target: Bytes, at: number): void => {
    if (file.read(target, { at }) < target.length) throw new MismatchError("the image is cut off");
  };
  const open = (async () => {
    const length = headerLength(take(0, MARK_LENGTH));
    if (length === null) throw new MismatchError("this is no image");
    const header = decodeHeader(take(MARK_LENGTH, length));
    const start = MARK_LENGTH + length;
    const { modules, memory, files } = header.parts;
    if (file.getSize() !== start + modules + memory + files) {
      throw new MismatchError("the image is cut off");
    }
    return { header, start };
  })();
  open.catch(() => {});
  const header = open.then((opened) => opened.header);
  header.catch(() => {});
  return {
    header,
    modules: async () => {
      const {
        header: { parts },
        start,
      } = await open;
      return take(start, parts.modules);
    },
    async readMemory(block) {
      const {
        header: { parts, blocks },
        start,
      } = await open;
      let at = start + parts.modules;
      for (const [from, length] of blocks) {
        fill(block(from, length), at);
        at += length;
      }
    },
    files: async () => {
      const {
        header: { parts },
        start,
      } = await open;
      return take(start + parts.modules + parts.memory, parts.files);
    },
  };
}
