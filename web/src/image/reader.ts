/** Reads an image, from where it comes: a stream, or a file of this origin. */
import { unpack } from "../protocol/unpack.ts";
import { MismatchError } from "./emscripten.ts";
import {
  type Bytes,
  decodeHeader,
  headerLength,
  type ImageHeader,
  MARK_LENGTH,
  PARTS,
  type Support,
} from "./format.ts";

export interface ImageReader {
  readonly header: Promise<ImageHeader>;
  modules(): Promise<Bytes>;
  support(): Promise<Support>;
  /** Fill the blocks of memory; each is asked for by its start and its length. */
  readMemory(block: (start: number, length: number) => Bytes): Promise<void>;
  files(): Promise<Bytes>;
  /** Nothing more is wanted: a file is somebody else's again, and what was read is let go. */
  close(): void;
}

/** Read an image from a stream, compressed by gzip or not. All of it is read at once. */
export function readStream(stream: ReadableStream<Bytes>): ImageReader {
  const { header, parts } = readParts(stream);
  return {
    header,
    modules: () => parts.modules,
    support: async () => supportOf(await header, await parts.support),
    async readMemory(block) {
      const { blocks } = await header;
      const memory = await parts.memory;
      let end = 0;
      for (const [start, length] of blocks) {
        block(start, length).set(memory.subarray(end, end + length));
        end += length;
      }
    },
    files: () => parts.files,
    close() {
      // Whoever still holds the reader would else hold the image, beside the memory it went into.
      for (const part of PARTS) Reflect.deleteProperty(parts, part);
    },
  };
}

function readParts(stream: ReadableStream<Bytes>) {
  const source = unpack(stream).then((plain) => new Pieces(plain));
  const header = source.then(async (pieces) => {
    const length = headerLength(await pieces.read(MARK_LENGTH));
    if (length === null) throw new MismatchError("this is no image");
    return decodeHeader(await pieces.read(length));
  });
  const parts = {} as Record<(typeof PARTS)[number], Promise<Bytes>>;
  let before: Promise<unknown> = header;
  for (const part of PARTS) {
    const content = before.then(async () => (await source).read((await header).parts[part]));
    // A failure is met where the part is wanted; nobody may want the later ones.
    content.catch(() => {});
    parts[part] = content;
    before = content;
  }
  header.catch(() => {});
  return { header, parts };
}

function supportOf({ support }: ImageHeader, content: Bytes): Support {
  const parts = support.map(([name, offset, length]) => [
    name,
    content.subarray(offset, offset + length),
  ]);
  return Object.fromEntries(parts);
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

/** Bytes that are there already, to be read as a file is. */
export function fileOf(bytes: ArrayBuffer): ImageFile {
  return {
    getSize: () => bytes.byteLength,
    read(target, { at }) {
      const part = new Uint8Array(bytes).subarray(at, at + target.length);
      target.set(part);
      return part.length;
    },
    close() {},
  };
}

/** Read an image from a file: its memory goes where it belongs without a copy on the way. */
export function readFile(file: ImageFile): ImageReader {
  const fill = (target: Bytes, at: number): void => {
    if (file.read(target, { at }) < target.length) throw new MismatchError("the image is cut off");
  };
  const take = (at: number, length: number): Bytes => {
    const bytes = new Uint8Array(length);
    fill(bytes, at);
    return bytes;
  };
  const open = Promise.resolve().then(() => openFile(file, take));
  const part = async (name: (typeof PARTS)[number]): Promise<Bytes> => {
    const { header, starts } = await open;
    return take(starts[name], header.parts[name]);
  };
  const header = open.then((opened) => opened.header);
  header.catch(() => {});
  const readSupport = async () => supportOf(await header, await part("support"));
  let support: Promise<Support> | null = null;
  return {
    header,
    modules: () => part("modules"),
    support: () => {
      support ??= readSupport();
      return support;
    },
    async readMemory(block) {
      const { header, starts } = await open;
      let at = starts.memory;
      for (const [start, length] of header.blocks) {
        fill(block(start, length), at);
        at += length;
      }
    },
    files: () => part("files"),
    close: () => file.close(),
  };
}

/** Read the head, and see whether the file has all that it tells of. */
function openFile(file: ImageFile, take: (at: number, length: number) => Bytes) {
  const length = headerLength(take(0, MARK_LENGTH));
  if (length === null) throw new MismatchError("this is no image");
  const header = decodeHeader(take(MARK_LENGTH, length));
  const starts = {} as ImageHeader["parts"];
  let end = MARK_LENGTH + length;
  for (const part of PARTS) {
    starts[part] = end;
    end += header.parts[part];
  }
  if (file.getSize() !== end) throw new MismatchError("the image is cut off");
  return { header, starts };
}
