/**
 * The files of an app while somebody writes them. What is typed goes to the app when the hands rest, or at
 * once on Save; it is kept as a draft a moment after each change, so that neither a reload nor a crash
 * loses any of it.
 */
import { Store } from "../kit/index.ts";
import type { SavedFiles } from "../page/page.tsx";
import { tryDecodeUtf8 } from "../sources/sources.ts";

type Files = ReadonlyMap<string, Uint8Array>;

/** What a workspace needs of the app that it is the workspace of. */
export interface WrittenApp {
  /** Its script's path. */
  entry: string;
  files: Files;
  /** Paths of files that are not what their place has: those of an earlier draft. */
  changed: readonly string[];
  /** Have it run with files as they are now. */
  write(saved: SavedFiles): void;
}

export interface WorkspaceOptions {
  /** Keep all files as the draft, with the paths of those that were changed; resolves once they are kept. */
  keep: (files: Files, changed: readonly string[]) => Promise<void>;
  /** Run `task` once after `delay_ms`, unless stopped before. */
  after: (delay_ms: number, task: () => void) => () => void;
}

export type Kept = "unchanged" | "keeping" | "kept" | "failed";

/** A person who thinks rests for longer, and one who writes does not. */
const PAUSE_MS = 800;
const KEEP_AFTER_MS = 250;

export class Workspace {
  /** Every file as it is now. */
  readonly files: Store<Files>;
  /** The path of the file that is shown. */
  readonly selected: Store<string>;
  /** How the draft is. */
  readonly kept = new Store<Kept>("unchanged");
  /** Grows when a file became another one by anything but the editor. */
  readonly replaced = new Store<number>(0);

  /** Whether what is written is not meant yet, so that a pause is none. */
  isUnfinished = (): boolean => false;

  readonly #app: WrittenApp;
  readonly #options: WorkspaceOptions;
  /** What the app has. */
  #run: Map<string, Uint8Array>;
  /** Files that were changed here and are not saved at their place. */
  readonly #touched: Set<string>;
  #stopPause = (): void => {};
  #stopKeeping = (): void => {};
  #keeping: Promise<void> = Promise.resolve();

  constructor(app: WrittenApp, options: WorkspaceOptions) {
    this.#app = app;
    this.#options = options;
    this.#run = new Map(app.files);
    this.#touched = new Set(app.changed);
    this.files = new Store<Files>(new Map(app.files));
    this.selected = new Store(app.entry);
  }

  /** The text of a file; null for one that is no text. */
  textOf(path: string): string | null {
    const bytes = this.files.get().get(path);
    return (bytes && tryDecodeUtf8(bytes)) ?? null;
  }

  /** Somebody types. */
  type(path: string, text: string): void {
    this.#set((files) => files.set(path, new TextEncoder().encode(text)), [path]);
    this.#waitForPause();
  }

  /** Have files from elsewhere in the app's folder; one of the same name is replaced. */
  add(added: Files): void {
    this.#set(
      (files) => {
        for (const [path, bytes] of added) files.set(path, bytes);
      },
      [...added.keys()],
    );
    this.#noteReplaced();
    this.run();
  }

  /** Give a file another name; false where there is such a one, or it is the script. */
  rename(from: string, to: string): boolean {
    const bytes = this.files.get().get(from);
    if (!bytes || from === this.#app.entry || this.files.get().has(to)) return false;
    this.#set(
      (files) => {
        files.delete(from);
        files.set(to, bytes);
      },
      [from, to],
    );
    if (this.selected.get() === from) this.selected.set(to);
    this.run();
    return true;
  }

  remove(path: string): void {
    if (path === this.#app.entry) return;
    this.#set((files) => files.delete(path), [path]);
    if (this.selected.get() === path) this.selected.set(this.#app.entry);
    this.run();
  }

  /** Have the app run with everything as it is now. */
  run(): void {
    this.#stopPause();
    const now = this.files.get();
    const files = new Map([...now].filter(([path, bytes]) => this.#run.get(path) !== bytes));
    const removed = [...this.#run.keys()].filter((path) => !now.has(path));
    this.#run = new Map(now);
    if (files.size + removed.length > 0) this.#app.write({ files, removed });
  }

  /** Files were saved outside; answers those that the app is to have. What was changed here stays. */
  takeFromOutside({ files, removed }: SavedFiles): SavedFiles {
    const own = (path: string) => this.#touched.has(path);
    const taken = new Map([...files].filter(([path]) => !own(path)));
    const gone = removed.filter((path) => !own(path));
    const now = new Map(this.files.get());
    for (const [path, bytes] of taken) now.set(path, bytes);
    for (const path of gone) now.delete(path);
    for (const [path, bytes] of taken) this.#run.set(path, bytes);
    for (const path of gone) this.#run.delete(path);
    this.files.set(now);
    this.#noteReplaced();
    return { files: taken, removed: gone };
  }

  /**
   * Files were saved at their place as they were in `saved`: from now on what comes from there counts,
   * unless somebody has typed on meanwhile.
   */
  noteSaved(paths: readonly string[], saved: Files): void {
    const now = this.files.get();
    for (const path of paths) if (now.get(path) === saved.get(path)) this.#touched.delete(path);
  }

  /** Paths of what was changed here. */
  get touched(): readonly string[] {
    return [...this.#touched];
  }

  /** What is to be kept of the draft is not what it was: a file of it is saved at its place. */
  keepAnew(): void {
    this.kept.set("keeping");
    this.#keep();
  }

  /** Resolves when all that was written is kept. */
  async settle(): Promise<void> {
    this.#keep();
    await this.#keeping;
  }

  #waitForPause(): void {
    this.#stopPause();
    this.#stopPause = this.#options.after(PAUSE_MS, () => {
      if (this.isUnfinished()) this.#waitForPause();
      else this.run();
    });
  }

  #set(change: (files: Map<string, Uint8Array>) => void, paths: readonly string[]): void {
    const files = new Map(this.files.get());
    change(files);
    for (const path of paths) this.#touched.add(path);
    this.files.set(files);
    this.kept.set("keeping");
    this.#stopKeeping();
    this.#stopKeeping = this.#options.after(KEEP_AFTER_MS, () => this.#keep());
  }

  /** One after the other: an older draft must not come after a newer one. */
  #keep(): void {
    this.#stopKeeping();
    if (this.kept.get() !== "keeping") return;
    const files = this.files.get();
    const changed = this.touched;
    this.#keeping = this.#keeping.then(async () => {
      try {
        await this.#options.keep(files, changed);
        if (this.files.get() === files) this.kept.set("kept");
      } catch {
        this.kept.set("failed");
      }
    });
  }

  #noteReplaced(): void {
    this.replaced.set(this.replaced.get() + 1);
  }
}
