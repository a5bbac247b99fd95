/**
 * What each app was started with at its last visit: the next one begins with the same before the
 * script has been read, or even the code that would read it.
 */
import { hashOf } from "../protocol/fnv.ts";
import type { SourceSpec } from "../sources/sources.ts";
import type { Notes } from "../storage/storage.ts";

/** How many are kept, those of the apps that were opened last. */
const MOST = 50;

export interface LastStart {
  /** Names of packages of the lock. */
  lock: readonly string[];
  /** The images that have them, the best first, if they are kept. */
  images: readonly string[];
}

export class LastStarts {
  readonly #notes: Notes;
  /** Several sites may lie in folders of one origin. */
  readonly #name: string;

  constructor(notes: Notes, site: string) {
    this.#notes = notes;
    this.#name = `tabstream starts ${site}`;
  }

  /** How what is at an address was started last; null when that is not known. */
  read(source: SourceSpec): LastStart | null {
    const key = keyOf(source);
    const found = this.#all().find(([other]) => other === key);
    return found?.[1] ?? null;
  }

  keep(source: SourceSpec, { lock, images }: LastStart): void {
    const key = keyOf(source);
    if (key === null) return;
    const others = this.#all().filter(([other]) => other !== key);
    this.#notes.write(this.#name, [[key, { lock, images }], ...others].slice(0, MOST));
  }

  #all(): [string, LastStart][] {
    const kept = this.#notes.read(this.#name);
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  }
}

/** A hash: some addresses have a whole script in them. Null for what cannot be opened by one. */
function keyOf(source: SourceSpec): string | null {
  const hasAddress = /^(?:served|address|code|page|draft)$/.test(source.kind);
  return hasAddress ? hashOf(JSON.stringify(source)) : null;
}

function isEntry(kept: unknown): kept is [string, LastStart] {
  if (!Array.isArray(kept) || typeof kept[0] !== "string") return false;
  const { lock, images } = (kept[1] ?? {}) as Partial<LastStart>;
  return [lock, images].every((names) => Array.isArray(names) && names.every(isText));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
