/**
 * An image as bytes. All parts but the first are as they will be used, so that reading is
 * copying:
 *
 *     head      mark, length, and the header as JSON
 *     modules   the native parts of the packages, one after the other
 *     support   what the core reads while it is put together: see `Support`
 *     memory    the blocks that differ from a core that has only just been put together
 *     files     the packages' files, one after the other
 */
import type { ObjectTable, TimeZoneAddresses } from "./emscripten.ts";
import type { PackedFile } from "./files.ts";
import { GRAIN, isSameGrain } from "./fresh.ts";
import type { Layout } from "./layout.ts";
import type { RunSyncSlot } from "./machine.ts";
import type { TakenSlot } from "./table.ts";

/** Python's own library and ours, as archives, and Pyodide's lock file. */
export type Support = Record<"stdlib" | "runtime" | "lock", Bytes>;

export interface ImageHeader {
  /** Pyodide's build, which an image belongs to. */
  build: string;
  layout: Layout;
  /** A digest of the memory before Python starts, and the grains of it that no two have alike. */
  fresh: { digest: string; unstable: number[] };
  handles: Record<string, number[]>;
  /** Slots that were taken after the layout. */
  slots: TakenSlot[];
  objects: ObjectTable;
  runSync: RunSyncSlot;
  timeZone: TimeZoneAddresses;
  /** Packages that are installed, by name, with where they came from. */
  packages: Record<string, string>;
  /** Bytes of memory. */
  size: number;
  modules: PackedFile[];
  support: PackedFile[];
  files: PackedFile[];
  /** Where each block of memory lies: its start and its length, in bytes. */
  blocks: [start: number, length: number][];
  /** Bytes of the parts after the head, in their order. */
  parts: Record<(typeof PARTS)[number], number>;
}

export type Bytes = Uint8Array<ArrayBuffer>;

/** What follows the head. */
export const PARTS = ["modules", "support", "memory", "files"] as const;

/** "tsimage1", and the length of the header. */
const MARK = new TextEncoder().encode("tsimage1");
export const MARK_LENGTH = MARK.length + 4;

/** Two blocks with less than this between them are one: each costs a call when it is read. */
const GAP = 1024;

export function encodeHead(header: ImageHeader): Bytes {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const head = new Uint8Array(MARK_LENGTH + text.length);
  head.set(MARK);
  new DataView(head.buffer).setUint32(MARK.length, text.length, true);
  head.set(text, MARK_LENGTH);
  return head;
}

/** The length of the header that follows these first bytes; null when they are of no image. */
export function headerLength(start: Bytes): number | null {
  if (start.length < MARK_LENGTH || MARK.some((byte, i) => start[i] !== byte)) return null;
  return new DataView(start.buffer, start.byteOffset).getUint32(MARK.length, true);
}

export function decodeHeader(text: Bytes): ImageHeader {
  return JSON.parse(new TextDecoder().decode(text));
}

/** The blocks in which a memory differs from its earlier state, or may in another session. */
export function changedBlocks(
  before: Bytes,
  now: Bytes,
  unstable: readonly number[],
): ImageHeader["blocks"] {
  const always = new Set(unstable);
  const blocks: ImageHeader["blocks"] = [];
  for (let start = 0; start < now.length; start += GRAIN) {
    if (!always.has(start) && isSameGrain(before, now, start)) continue;
    const last = blocks.at(-1);
    if (last && start - (last[0] + last[1]) < GAP) last[1] = start + GRAIN - last[0];
    else blocks.push([start, GRAIN]);
  }
  return blocks;
}

export interface Packed {
  index: PackedFile[];
  content: Bytes;
}

/** Put pieces one after the other, and say where each went. */
export function pack(pieces: readonly [path: string, content: Bytes][]): Packed {
  const index: PackedFile[] = [];
  let end = 0;
  for (const [path, { length }] of pieces) {
    index.push([path, end, length]);
    end += length;
  }
  const content = new Uint8Array(end);
  for (const [i, [, piece]] of pieces.entries()) content.set(piece, index[i]?.[1]);
  return { index, content };
}
