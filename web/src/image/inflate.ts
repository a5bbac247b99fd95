import type { Bytes } from "./format.ts";

const GZIP = [0x1f, 0x8b];

/** The stream itself, or what is compressed in it: some hosts decompress on the way. */
export async function inflated(stream: ReadableStream<Bytes>): Promise<ReadableStream<Bytes>> {
  const reader = stream.getReader();
  const { value: first = new Uint8Array(0) } = await reader.read();
  const whole = new ReadableStream<Bytes>({
    start: (controller) => controller.enqueue(first),
    async pull(controller) {
      const { value, done } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const isGzip = GZIP.every((byte, i) => first[i] === byte);
  return isGzip ? whole.pipeThrough(new DecompressionStream("gzip")) : whole;
}
