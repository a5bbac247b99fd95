/**
 * An app of a project: its controller, its unit, and the watch over its files. What is read from
 * outside goes in by the port; what the app asks of the page's address and title goes out.
 */

import { Store } from "../kit/index.ts";
import type { QueryPairs } from "../protocol/messages.ts";
import type { Picture } from "../protocol/picture.ts";
import type { Images, ResolvedPackages } from "../protocol/port.ts";
import type { AppFiles } from "../protocol/worker.ts";
import type { Project, ProjectChange } from "../sources/sources.ts";
import { AppController } from "./app-controller.ts";

/** Files that are new or changed, and paths of those that are gone. */
export type SavedFiles = Pick<Extract<ProjectChange, { type: "saved" }>, "files" | "removed">;

/** A mounted app unit. */
export interface Mounted {
  /** End the app and empty its element. */
  unmount(): void;
}

export interface OpenOptions {
  /**
   * Mounts an app unit that listens on the port; see web/src/app/mount.tsx. `onEnd` hears, in words
   * for a person, that it has ended by itself.
   */
  mount: (element: HTMLElement, port: MessagePort, onEnd: (why: string) => void) => Mounted;
  argv: readonly string[];
  query: QueryPairs;
  page: string;
  indexUrls: string[] | null;
  /** What the app's requirements came to at an earlier visit. */
  resolved: Promise<ResolvedPackages | null>;
  /** The lazily loaded parts of the view that it used at its last visit. */
  chunks: Promise<readonly string[]>;
  /** What is shown until the first run draws. */
  picture: Promise<Picture | null>;
  /** Memory images that it may start from. */
  images: Promise<Images>;
}

export class OpenedApp {
  static #opened = 0;
  /** Tells it from the others that were opened on this page. */
  readonly id: number;
  readonly controller: AppController;
  /** The script as it was saved last. */
  readonly script: Store<string>;
  #project: Project;
  /** All files that the app has, as they were saved last. */
  readonly #files: Map<string, Uint8Array>;
  readonly #port: MessagePort;
  readonly #options: OpenOptions;
  #stopWatching = (): void => {};
  #isChanged: boolean;
  /** Whether the unit has the files; until then it will get them as they are by then. */
  #isOpen = false;
  /**
   * Called with files that were saved outside while the app is open; answers those that the app is to
   * have, as the editor may have newer ones.
   */
  onSavedOutside: (saved: SavedFiles) => SavedFiles = (saved) => saved;

  constructor(project: Project, options: OpenOptions) {
    OpenedApp.#opened += 1;
    this.id = OpenedApp.#opened;
    const { port1, port2 } = new MessageChannel();
    this.controller = new AppController(port1);
    this.script = new Store(textOf(project.files.get(project.entry)));
    this.#project = project;
    this.#files = new Map(project.files);
    this.#isChanged = (project.changed ?? []).length > 0;
    this.#port = port2;
    this.#options = options;
  }

  get project(): Project {
    return this.#project;
  }

  get files(): ReadonlyMap<string, Uint8Array> {
    return this.#files;
  }

  /** Whether its files are not what its place has, but were changed here. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** Have files as they were written here; the script runs again. */
  write(saved: SavedFiles): void {
    this.#isChanged = true;
    this.#take(saved);
  }

  /** Mount the unit and open the app in it; answers how to end both. */
  readonly mountIn = (element: HTMLElement): (() => void) => {
    const { mount, argv, query, page, indexUrls } = this.#options;
    const { entry, args, notices } = this.#project;
    const mounted = mount(element, this.#port, (why) => this.controller.end(why));
    const { resolved, chunks, picture, images } = this.#options;
    const kept = Promise.all([resolved, chunks, picture, images]);
    void kept.then(([resolved, chunks, picture, images]) => {
      this.#isOpen = true;
      this.controller.open({
        entry,
        files: asAppFiles(this.#files),
        argv: [...argv, ...args],
        query,
        page,
        config: {},
        indexUrls,
        resolved,
        chunks,
        picture,
        images,
        keepsResults: true,
      });
    });
    this.controller.tellNotices(notices);
    this.#watch();
    return () => {
      this.#stopWatching();
      // What is still on its way from it must not reach the next app's address.
      this.controller.close();
      mounted.unmount();
    };
  };

  /** Go on with the same files, read another way; the app keeps its values. */
  goOnWith(project: Project): void {
    this.#project = project;
    const { files } = project;
    this.#onChange({
      type: "saved",
      files,
      removed: [...this.#files.keys()].filter((path) => !files.has(path)),
    });
    this.#watch();
  }

  #watch(): void {
    this.#stopWatching();
    this.#stopWatching = this.#project.watch?.((change) => this.#onChange(change)) ?? (() => {});
  }

  #onChange(change: ProjectChange): void {
    if (change.type === "lost") {
      const { asked, why } = change.error;
      return this.controller.loseFiles({ what: asked, why });
    }
    this.#take(this.onSavedOutside(change));
  }

  #take({ files, removed }: SavedFiles): void {
    if (files.size + removed.length === 0) return;
    for (const [path, bytes] of files) this.#files.set(path, bytes);
    for (const path of removed) this.#files.delete(path);
    const script = files.get(this.#project.entry);
    if (script) this.script.set(textOf(script));
    if (this.#isOpen) this.controller.saveFiles(asAppFiles(files), removed);
  }
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

function asAppFiles(files: ReadonlyMap<string, Uint8Array>): AppFiles {
  return new Map([...files].map(([path, bytes]) => [path, new Uint8Array(bytes)]));
}
