// A slow link, made by the server: what all connections send goes through it, piece by piece.
import { setTimeout } from "node:timers/promises";

/** A phone's, on a day that is neither good nor bad. */
export const SLOW_LINK = { bitsPerSecond: 10_000_000, latency_ms: 40 };

/** So small that two connections share the link evenly, and large enough for a timer: 13 ms. */
const PIECE_BYTES = 16_384;

export class Link {
  #bytesPerMs;
  #latency_ms;
  /** When all that has been handed to it so far will have arrived. */
  #free_ms = 0;

  /** @param {{ bitsPerSecond: number, latency_ms: number }} speed the latency: there and back */
  constructor({ bitsPerSecond, latency_ms }) {
    this.#bytesPerMs = bitsPerSecond / 8000;
    this.#latency_ms = latency_ms;
  }

  /**
   * When bytes will have arrived that are handed to the link now.
   * @param {number} bytes
   * @param {number} now_ms
   */
  reserve(bytes, now_ms) {
    this.#free_ms = Math.max(this.#free_ms, now_ms) + bytes / this.#bytesPerMs;
    return this.#free_ms;
  }

  /**
   * Waits as long as a request and the head of its answer take.
   * @param {boolean} isNew whether the connection is: to open it takes a turn of its own
   */
  async delay(isNew) {
    await until(performance.now() + this.#latency_ms * (isNew ? 2 : 1));
  }

  /**
   * Sends content by a function that is called for each piece at the moment when it has arrived.
   * @param {Uint8Array} content
   * @param {(piece: Uint8Array) => boolean} send answers whether anybody still wants it
   */
  async send(content, send) {
    let now_ms = performance.now();
    for (let start = 0; start < content.length; start += PIECE_BYTES) {
      const piece = content.subarray(start, start + PIECE_BYTES);
      // A timer that was late does not slow the link: the next piece follows the one before.
      now_ms = this.reserve(piece.length, now_ms);
      await until(now_ms);
      if (!send(piece)) return;
    }
  }
}

/** @param {number} time_ms */
async function until(time_ms) {
  const left = time_ms - performance.now();
  if (left > 0) await setTimeout(left);
}
