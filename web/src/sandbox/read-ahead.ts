/**
 * Reads for a frame what it will ask for, while its document is not there yet, or even its script: what
 * an app asked for until its first run was over, it asks for again at the next visit.
 */
import { isOfBuild, type ReadPath } from "./files.ts";

/** Each is held in memory until it is asked for. */
const MOST = 60;
const LONGEST = 200;

export class ReadAhead {
  readonly #read: ReadPath;
  readonly #begun = new Map<string, Promise<ArrayBuffer>>();
  readonly #asked = new Set<string>();

  constructor(read: ReadPath) {
    this.#read = read;
  }

  /** Begin to read files; what is no file of the build is passed over. */
  begin(paths: readonly string[]): void {
    for (const path of paths.filter(isOfBuild).slice(0, MOST)) {
      const begun = this.#read(path);
      begun.catch(() => {}); // it is read anew when it is asked for
      this.#begun.set(path, begun);
    }
  }

  /** A file as it is asked for, each time with bytes of its own. */
  readonly read: ReadPath = (path, options) => {
    // A script may ask for anything: the note stays a note.
    if (this.#asked.size < MOST && path.length < LONGEST) this.#asked.add(path);
    const begun = this.#begun.get(path);
    this.#begun.delete(path);
    const read = () => this.#read(path, options);
    return begun && options?.cache !== "reload" ? begun.catch(read) : read();
  };

  /** What has been asked for so far. */
  get asked(): readonly string[] {
    return [...this.#asked];
  }

  /** Nothing more is asked for: what was read for nothing goes. */
  drop(): void {
    this.#begun.clear();
  }
}
