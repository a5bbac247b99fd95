import { expect, it } from "vitest";
import { unpack } from "../../../web/src/protocol/unpack.ts";

const text = "what is large and was packed ".repeat(1_000);

function pieces(
  bytes: Uint8Array<ArrayBuffer>,
  size: number,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

async function packed(): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const read = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) =>
  new Response(await unpack(stream)).text();

it("a packed file is unpacked as it comes", async () => {
  expect(await read(pieces(await packed(), 50))).toBe(text);
});

it("one that somebody has unpacked already is left as it is", async () => {
  expect(await read(pieces(new TextEncoder().encode(text), 50))).toBe(text);
});

it("an empty one is empty", async () => {
  expect(await read(pieces(new Uint8Array(), 50))).toBe("");
});

it("one that is cut off is an error", async () => {
  const half = (await packed()).slice(0, 100);
  await expect(read(pieces(half, 50))).rejects.toThrow();
});
