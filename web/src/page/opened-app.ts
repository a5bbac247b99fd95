/**
 * An app of a project: its controller, its unit, and the watch over its files. What is read from
 * outside goes in by the port; what the app asks of the page's address and title goes out.
 */

import type { QueryPairs } from "../protocol/messages.ts";
import type { AppFiles } from "../protocol/worker.ts";
import type { Project } from "../sources/sources.ts";
import { AppController } from "./app-controller.ts";

/** A mounted app unit. */
export interface Mounted {
  /** End the app and empty its element. */
  unmount(): void;
}

export interface OpenOptions {
  /** Mounts an app unit that listens on the port; see web/src/app/mount.tsx. */
  mount: (element: HTMLElement, port: MessagePort) => Mounted;
  argv: string[];
  query: QueryPairs;
  page: string;
  indexUrls: string[] | null;
}

export class OpenedApp {
  readonly project: Project;
  readonly controller: AppController;
  readonly #port: MessagePort;
  readonly #options: OpenOptions;
  #mounted: Mounted | null = null;

  constructor(project: Project, options: OpenOptions) {
    const { port1, port2 } = new MessageChannel();
    this.project = project;
    this.controller = new AppController(port1);
    this.#port = port2;
    this.#options = options;
  }

  /** Mount the unit and open the app in it; answers how to end both. */
  readonly mountIn = (element: HTMLElement): (() => void) => {
    const { mount, argv, query, page, indexUrls } = this.#options;
    const { entry, files, args, notices } = this.project;
    this.#mounted = mount(element, this.#port);
    this.controller.open({
      entry,
      files: asAppFiles(files),
      argv: [...argv, ...args],
      query,
      page,
      config: {},
      indexUrls,
    });
    for (const notice of notices) this.controller.note(notice, "warning");
    const stopWatching = this.project.watch?.((change) => {
      if (change.type === "lost") this.controller.note(change.error.message, "warning");
      else this.controller.saveFiles(asAppFiles(change.files), change.removed);
    });
    return () => {
      stopWatching?.();
      this.#mounted?.unmount();
      this.#mounted = null;
    };
  };
}

function asAppFiles(files: ReadonlyMap<string, Uint8Array>): AppFiles {
  return new Map([...files].map(([path, bytes]) => [path, new Uint8Array(bytes)]));
}
