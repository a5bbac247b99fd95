/**
 * The memory of an interpreter in which Python has not started. Most of it is the same everywhere,
 * and need not be in an image; some of it is another in every session: seeds, the time.
 */
import { MismatchError } from "./emscripten.ts";
import type { Bytes } from "./format.ts";

/** Bytes that are looked at, and shipped, together. */
export const GRAIN = 256;

/**
 * Starts of the grains in which memories of several sessions differ.
 *
 * @param known addresses of what is known to differ from browser to browser
 */
export function unstableGrains(
  [first = new Uint8Array(0), ...others]: readonly Bytes[],
  known: readonly number[],
): number[] {
  const grains = new Set(known.map((address) => address - (address % GRAIN)));
  for (let start = 0; start < first.length; start += GRAIN) {
    if (others.some((other) => !isSameGrain(first, other, start))) grains.add(start);
  }
  return [...grains].sort((one, other) => one - other);
}

/** Whether two memories are the same in a grain; behind its end a memory is all zeros. */
export function isSameGrain(one: Bytes, other: Bytes, start: number): boolean {
  for (let i = start; i < start + GRAIN; i += 1) {
    if ((one[i] ?? 0) !== (other[i] ?? 0)) return false;
  }
  return true;
}

/**
 * A number that two memories share when they are equal but for some grains, in a few milliseconds:
 * FNV-1a over words (http://www.isthe.com/chongo/tech/comp/fnv/), up to where all is zeros.
 */
export function digestOf(memory: Bytes, unstable: readonly number[]): number {
  const words = new Int32Array(memory.buffer, memory.byteOffset, memory.length / 4);
  let end = words.length;
  while (end > 0 && words[end - 1] === 0) end -= 1;
  let sum = 0x811c9dc5;
  let from = 0;
  for (const start of [...unstable, Number.POSITIVE_INFINITY]) {
    const until = Math.min(start / 4, end);
    for (let i = from; i < until; i += 1) sum = Math.imul(sum ^ (words[i] ?? 0), 0x01000193);
    from = (start + GRAIN) / 4;
  }
  return sum;
}

export function expectFresh(memory: Bytes, digest: number, unstable: readonly number[]): void {
  if (digestOf(memory, unstable) !== digest) {
    throw new MismatchError("the core's memory is another before Python starts");
  }
}
