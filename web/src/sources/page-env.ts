import type { StoragePort } from "../storage/storage.ts";
import type { FileSystemObserverConstructor, SourceEnv } from "./project.ts";

type PageWindow = Window &
  Pick<typeof globalThis, "fetch" | "EventSource"> & {
    FileSystemObserver?: FileSystemObserverConstructor;
  };

/** What a real page offers to the sources. `site` is the folder that the site is served from. */
export function sourceEnvOf(window: PageWindow, site: string, storage: StoragePort): SourceEnv {
  const { document, FileSystemObserver } = window;
  return {
    site,
    fetch: window.fetch.bind(window),
    storage,
    now: () => Date.now(),
    after: (delay_ms, task) => {
      const timer = window.setTimeout(task, delay_ms);
      return () => window.clearTimeout(timer);
    },
    isVisible: () => document.visibilityState === "visible",
    onReturn: (listener) => {
      const onVisible = () => {
        if (document.visibilityState === "visible") listener();
      };
      window.addEventListener("focus", listener);
      document.addEventListener("visibilitychange", onVisible);
      return () => {
        window.removeEventListener("focus", listener);
        document.removeEventListener("visibilitychange", onVisible);
      };
    },
    EventSource: window.EventSource,
    ...(FileSystemObserver && { FileSystemObserver }),
  };
}
