/** A short note on each app, by where it comes from: there before its script has been read. */
import { hashOf } from "../protocol/fnv.ts";
import type { SourceSpec } from "../sources/sources.ts";
import type { Notes } from "../storage/storage.ts";
import { hasAddress } from "./has-address.ts";

/** How many are kept, those of the apps that were opened last. */
const MOST = 50;

export class SourceNotes<T> {
  readonly #notes: Notes;
  readonly #name: string;
  readonly #isNote: (kept: unknown) => kept is T;

  /**
   * @param name what the notes are called where they are kept
   * @param isNote whether something is such a note: what is kept may be of another release
   */
  constructor(notes: Notes, name: string, isNote: (kept: unknown) => kept is T) {
    this.#notes = notes;
    this.#name = name;
    this.#isNote = isNote;
  }

  /** The note on what is at an address; null where there is none. */
  read(source: SourceSpec): T | null {
    const key = keyOf(source);
    const found = this.#all().find(([other]) => other === key);
    return found?.[1] ?? null;
  }

  keep(source: SourceSpec, note: T): void {
    const key = keyOf(source);
    if (key === null) return;
    const others = this.#all().filter(([other]) => other !== key);
    this.#notes.write(this.#name, [[key, note], ...others].slice(0, MOST));
  }

  #all(): [string, T][] {
    const kept = this.#notes.read(this.#name);
    if (!Array.isArray(kept)) return [];
    return kept.filter((entry): entry is [string, T] => {
      return Array.isArray(entry) && typeof entry[0] === "string" && this.#isNote(entry[1]);
    });
  }
}

/** A hash: some addresses have a whole script in them. Null for what cannot be opened by one. */
function keyOf(source: SourceSpec): string | null {
  return hasAddress(source) ? hashOf(JSON.stringify(source)) : null;
}
