/** Unpacks what the site has packed, for hosts that compress nothing themselves. */

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The content of a packed file, piece by piece as it comes. A host may know the format and have the
 * browser unpack it, and a service worker keeps files unpacked; then it is left as it is.
 */
export async function unpack(packed: ReadableStream<Bytes>): Promise<ReadableStream<Bytes>> {
  const reader = packed.getReader();
  const first = await reader.read();
  const whole = new ReadableStream<Bytes>({
    start(controller) {
      if (first.value) controller.enqueue(first.value);
    },
    async pull(controller) {
      const piece = await reader.read();
      if (piece.done) controller.close();
      else controller.enqueue(piece.value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return isGzip(first.value) ? whole.pipeThrough(new DecompressionStream("gzip")) : whole;
}

/** By its first two bytes. */
export function isGzip(bytes: Bytes | undefined): boolean {
  return bytes?.[0] === 0x1f && bytes[1] === 0x8b;
}
