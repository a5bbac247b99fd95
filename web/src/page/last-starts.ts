/**
 * What each app was started with at its last visit: the next one begins with the same before the
 * script has been read, or even the code that would read it.
 */
import type { Notes } from "../storage/storage.ts";
import { SourceNotes } from "./source-notes.ts";

export interface LastStart {
  /** Names of packages of the lock. */
  lock: readonly string[];
  /** The images that have them, the best first, if they are kept. */
  images: readonly string[];
}

export class LastStarts extends SourceNotes<LastStart> {
  /** Several sites may lie in folders of one origin. */
  constructor(notes: Notes, site: string) {
    super(notes, `tabstream starts ${site}`, isLastStart);
  }
}

/** The files of the site that an app in a frame has asked for until its first run was over. */
export class LastReads extends SourceNotes<readonly string[]> {
  constructor(notes: Notes, site: string) {
    super(notes, `tabstream reads ${site}`, isListOfTexts);
  }
}

function isLastStart(kept: unknown): kept is LastStart {
  const { lock, images } = (kept ?? {}) as Partial<LastStart>;
  return [lock, images].every(isListOfTexts);
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}
