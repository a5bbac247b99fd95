import { describe, expect, it } from "vitest";
import {
  type Bytes,
  changedBlocks,
  decodeHeader,
  encodeHead,
  headerLength,
  type ImageHeader,
  MARK_LENGTH,
  pack,
} from "../../../web/src/image/format.ts";
import { type ImageReader, readFile, readStream } from "../../../web/src/image/reader.ts";

const KB = 1024;

function filled(length: number, value: number): Bytes {
  return new Uint8Array(length).fill(value);
}

describe("blocks", () => {
  it("are where a memory has changed, cut along grains", () => {
    const before = filled(64 * KB, 1);
    const now = before.slice();
    now[10_000] = 2;
    now[40_000] = 3;
    expect(changedBlocks(before, now, [])).toEqual([
      [9984, 256],
      [39_936, 256],
    ]);
  });

  it("are one when little lies between them", () => {
    const now = filled(8 * KB, 0);
    now[300] = now[900] = 1;
    expect(changedBlocks(new Uint8Array(0), now, [])).toEqual([[256, 768]]);
  });

  it("are there for what differs from session to session, whatever it is now", () => {
    const memory = filled(8 * KB, 1);
    expect(changedBlocks(memory, memory, [512])).toEqual([[512, 256]]);
  });

  it("bring any change over", () => {
    let seed = 1;
    const random = (limit: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % limit;
    };
    for (let round = 0; round < 50; round += 1) {
      const before = filled(16 * KB, 7);
      const now = new Uint8Array(24 * KB);
      now.set(before);
      for (let change = random(30); change > 0; change -= 1) now[random(now.length)] = random(256);
      const made = new Uint8Array(now.length);
      made.set(before);
      for (const [start, length] of changedBlocks(before, now, [])) {
        made.set(now.subarray(start, start + length), start);
      }
      expect(made).toEqual(now);
    }
  });
});

const header: ImageHeader = {
  build: "a build",
  layout: { slots: 10, bases: [[1, 2]], end: 12 },
  fresh: { digest: "5", unstable: [] },
  handles: {},
  slots: [],
  objects: { hiwireKeys: [], immortalKeys: [] },
  runSync: { address: 4, supported: 1, unsupported: 2 },
  timeZone: [1, 2, 3, 4],
  packages: { pandas: "default channel" },
  size: 4096,
  modules: [["/lib/a.so", 0, 3]],
  support: [
    ["stdlib", 0, 2],
    ["runtime", 2, 1],
    ["lock", 3, 2],
  ],
  files: [["/lib/b.py", 0, 4]],
  blocks: [
    [0, 256],
    [1024, 512],
  ],
  parts: { modules: 3, support: 5, memory: 768, files: 4 },
};

const PARTS = [filled(3, 1), new TextEncoder().encode("stRlo"), filled(768, 3), filled(4, 4)];
const image = pack([encodeHead(header), ...PARTS].map((part) => ["", part])).content;

it("a head is read as it was written", () => {
  const length = headerLength(image.slice(0, MARK_LENGTH));
  expect(length).not.toBeNull();
  expect(decodeHeader(image.slice(MARK_LENGTH, MARK_LENGTH + (length ?? 0)))).toEqual(header);
});

it("what does not begin as an image is none", () => {
  expect(headerLength(new TextEncoder().encode("<!doctype html>"))).toBeNull();
  expect(headerLength(new Uint8Array(3))).toBeNull();
});

/** As a file of the browser's own, which is read from where one wants. */
function fileOf(bytes: Bytes): ImageReader {
  return readFile({
    getSize: () => bytes.length,
    read(target, { at }) {
      const piece = bytes.subarray(at, at + target.length);
      target.set(piece);
      return piece.length;
    },
    close: () => {},
  });
}

/** As it may come over a link: in pieces that end anywhere. */
function streamOf(bytes: Bytes): ImageReader {
  let at = 0;
  return readStream(
    new ReadableStream({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(at, at + 7));
        at += 7;
      },
    }),
  );
}

const compressed = (bytes: Bytes): ImageReader => {
  return readStream(new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip")));
};

describe.each([
  ["a file", fileOf],
  ["a stream", streamOf],
  ["a compressed stream", compressed],
])("from %s", (_name, open) => {
  it("comes all that was written", async () => {
    const reader = open(image);
    expect(await reader.header).toEqual(header);
    expect(await reader.modules()).toEqual(PARTS[0]);
    const { stdlib, runtime, lock } = await reader.support();
    const texts = [stdlib, runtime, lock].map((part) => new TextDecoder().decode(part));
    expect(texts).toEqual(["st", "R", "lo"]);
    const memory = new Uint8Array(header.size);
    await reader.readMemory((start, length) => memory.subarray(start, start + length));
    expect([memory[0], memory[255], memory[256], memory[1024], memory[1535]]).toEqual([
      3, 3, 0, 3, 3,
    ]);
    expect(await reader.files()).toEqual(PARTS[3]);
  });

  it("nothing comes that is cut off", async () => {
    const reader = open(image.slice(0, image.length - 2));
    await expect(reader.files()).rejects.toThrow("cut off");
  });

  it("nothing comes that is no image", async () => {
    await expect(open(filled(100, 9)).header).rejects.toThrow("no image");
    await expect(open(new Uint8Array(0)).header).rejects.toThrow("cut off");
  });
});
