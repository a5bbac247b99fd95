import type { ToApp } from "../protocol/embedding.ts";
import type { StoragePort } from "../storage/storage.ts";
import type { PageAround } from "./handed.ts";
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
    ...(window.parent !== window && { around: pageAround(window) }),
    ...(FileSystemObserver && { FileSystemObserver }),
  };
}

function pageAround(window: PageWindow): PageAround {
  return {
    // Any page may have this one in it, and what is asked for gives nothing away.
    post: (message) => window.parent.postMessage(message, "*"),
    listen(listener) {
      const onMessage = ({ source, data, origin }: MessageEvent<ToApp | null>): void => {
        const isSaid = source === window.parent && typeof data?.type === "string";
        if (isSaid) listener(data, origin);
      };
      window.addEventListener("message", onMessage);
      return () => window.removeEventListener("message", onMessage);
    },
  };
}
