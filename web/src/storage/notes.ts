/**
 * A few short notes that are there at once: the first code of the page reads them, which cannot wait
 * for a database to open. Where the browser keeps none, there are none.
 */
export interface Notes {
  read(name: string): unknown;
  write(name: string, note: unknown): void;
}

/** Notes in the browser's local storage. */
export function localNotes(window: Pick<Window, "localStorage">): Notes {
  return {
    read(name) {
      try {
        return JSON.parse(window.localStorage.getItem(name) ?? "null");
      } catch {
        return null; // a browser that refuses storage throws
      }
    },
    write(name, note) {
      try {
        window.localStorage.setItem(name, JSON.stringify(note));
      } catch {
        // No room, or no storage.
      }
    },
  };
}
