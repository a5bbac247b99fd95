/** What a person can do with the files in the editor, and the word that says what came of it. */
import { Store } from "../kit/index.ts";
import type { OpenedApp } from "../page/page.tsx";
import { isSafePath } from "../sources/sources.ts";
import { type Download, downloadScript, downloadZip } from "./download.ts";
import { type Kept, Workspace } from "./workspace.ts";

/** Where the files of an app come from, and are kept meanwhile. */
export interface Place {
  /** Keep the draft; resolves once it is kept. */
  keep: (files: ReadonlyMap<string, Uint8Array>, changed: readonly string[]) => Promise<void>;
  /** Forget the draft, and show the app as its place has it; null: it has no other place. */
  discard: (() => Promise<void>) | null;
  /** Write files to where they came from, null for those that are gone; null: that cannot be written to. */
  save: ((files: ReadonlyMap<string, Uint8Array | null>) => Promise<readonly string[]>) | null;
  download: (download: Download) => void;
  after: (delay_ms: number, task: () => void) => () => void;
}

const WORDS: Record<Kept, string> = {
  unchanged: "",
  keeping: "Keeping the draft …",
  kept: "Draft kept in this browser.",
  failed: "The draft could not be kept: download it, or save it elsewhere.",
};

export class Actions {
  readonly workspace: Workspace;
  /** What there is to say, for the status line. */
  readonly word = new Store("");
  readonly #app: OpenedApp;
  readonly #place: Place;

  constructor(app: OpenedApp, place: Place) {
    this.#app = app;
    this.#place = place;
    const { entry, changed = [] } = app.project;
    const written = { entry, files: app.files, changed, write: app.write.bind(app) };
    this.workspace = new Workspace(written, { keep: place.keep, after: place.after });
  }

  /** The editor is shown; answers what to do when it is hidden. */
  begin(): () => void {
    const { workspace } = this;
    this.#app.onSavedOutside = (saved) => workspace.takeFromOutside(saved);
    const stopWatching = workspace.kept.watch(() => this.word.set(WORDS[workspace.kept.get()]));
    const onHide = (): void => void workspace.settle();
    // The last moment that a phone surely tells of.
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      stopWatching();
      workspace.run();
      void workspace.settle();
      this.#app.onSavedOutside = (saved) => saved;
    };
  }

  get canSave(): boolean {
    return this.#place.save !== null;
  }

  get canDiscard(): boolean {
    return this.#place.discard !== null;
  }

  /** Run with everything as it is, and write it where it came from, or else keep it as the draft. */
  async save(): Promise<void> {
    const { workspace } = this;
    workspace.run();
    if (!this.#place.save) return workspace.settle();
    const files = workspace.files.get();
    const changed = workspace.touched.map((path) => [path, files.get(path) ?? null] as const);
    try {
      const written = await this.#place.save(new Map(changed));
      workspace.noteSaved(written, files);
      workspace.keepAnew();
      await workspace.settle();
      const kept = changed.length - written.length;
      this.word.set(kept > 0 ? `Saved; ${kept} kept in the draft alone.` : "Saved.");
    } catch (error) {
      this.word.set(`Not saved, kept as a draft: ${messageOf(error)}`);
    }
  }

  async format(): Promise<void> {
    const { workspace } = this;
    const path = workspace.selected.get();
    const text = workspace.textOf(path);
    if (text === null || !/\.pyw?$/.test(path)) return this.word.set(`${path} is no Python.`);
    this.word.set("Formatting …");
    await this.#attempt("Not formatted", async () => {
      const { formatPython } = await import("./format.ts");
      const formatted = await formatPython(text);
      // Somebody may have typed on meanwhile.
      if (workspace.textOf(path) !== text) return this.word.set("");
      if (formatted !== text) workspace.add(new Map([[path, new TextEncoder().encode(formatted)]]));
      this.word.set("Formatted.");
    });
  }

  /** Add files, of which a person may have picked none. */
  upload(picked: Promise<readonly File[]>): Promise<void> {
    return this.#attempt("Not added", async () => {
      const files = await picked;
      if (files.length === 0) return;
      const contents = await Promise.all(files.map((file) => file.arrayBuffer()));
      this.workspace.add(
        new Map(files.map(({ name }, at) => [name, new Uint8Array(contents[at] as ArrayBuffer)])),
      );
      this.word.set(`Added ${files.map(({ name }) => name).join(", ")}.`);
    });
  }

  addEmpty(path: string): void {
    this.workspace.add(new Map([[path, new Uint8Array()]]));
    this.workspace.selected.set(path);
  }

  /** Why a file cannot have this name; null: it can. */
  judgeName(name: string): string | null {
    if (!isSafePath(name)) return "A name has no empty part, no .. and no backslash.";
    return this.workspace.files.get().has(name) ? `There is a ${name} already.` : null;
  }

  removeSelected(): void {
    const path = this.workspace.selected.get();
    this.workspace.remove(path);
    this.word.set(`${path} is gone from the app.`);
  }

  downloadScript(): void {
    this.#download(downloadScript(this.workspace.files.get(), this.#app.project.entry));
  }

  downloadZip(): Promise<void> {
    return this.#attempt("Not downloaded", async () => {
      this.#download(await downloadZip(this.workspace.files.get(), this.#app.project.entry));
    });
  }

  discard(): Promise<void> {
    return this.#attempt("Not discarded", async () => {
      await this.workspace.settle();
      await this.#place.discard?.();
    });
  }

  /** Do what may fail; a person hears why. */
  async #attempt(failure: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.word.set(`${failure}: ${messageOf(error)}`);
    }
  }

  #download(download: Download): void {
    this.#place.download(download);
    const { leftOut } = download;
    if (leftOut.length > 0) this.word.set(`Left out: ${leftOut.join(", ")}.`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
