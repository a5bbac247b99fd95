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
 * What two memories share when they are equal but for some grains, in a few milliseconds: FNV-1a
 * (http://www.isthe.com/chongo/tech/comp/fnv/) over every fourth word, four times, since a processor does
 * four at once of what does not wait for each other. It ends where all is zeros.
 */
export function digestOf(memory: Bytes, unstable: readonly number[]): string {
  const words = new Int32Array(memory.buffer, memory.byteOffset, memory.length / 4);
  const sums = new Int32Array(LANES).fill(0x811c9dc5);
  const end = endOfContent(words);
  let from = 0;
  for (const start of [...unstable, Number.POSITIVE_INFINITY]) {
    addWords(words.subarray(from, Math.min(start / 4, end)), sums);
    from = (start + GRAIN) / 4;
  }
  return sums.join(" ");
}

const LANES = 4;
const PRIME = 0x01000193;

/** Where nothing but zeros follows, rounded up to a whole grain. */
function endOfContent(words: Int32Array): number {
  let end = words.length;
  while (end > 0 && words[end - 1] === 0) end -= 1;
  return Math.ceil(end / (GRAIN / 4)) * (GRAIN / 4);
}

/** The words are whole grains, and so a multiple of four. */
function addWords(words: Int32Array, sums: Int32Array): void {
  let [one, two, three, four] = sums as unknown as [number, number, number, number];
  for (let i = 0; i < words.length; i += LANES) {
    one = Math.imul(one ^ (words[i] as number), PRIME);
    two = Math.imul(two ^ (words[i + 1] as number), PRIME);
    three = Math.imul(three ^ (words[i + 2] as number), PRIME);
    four = Math.imul(four ^ (words[i + 3] as number), PRIME);
  }
  sums.set([one, two, three, four]);
}

export function expectFresh(memory: Bytes, digest: string, unstable: readonly number[]): void {
  if (digestOf(memory, unstable) !== digest) {
    throw new MismatchError("the core's memory is another before Python starts");
  }
}
