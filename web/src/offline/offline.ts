/** The page's side of the service worker: when it comes, what it keeps, and when it goes. */
import type { KeepUsed } from "../protocol/offline.ts";
import { rememberModules } from "./remembering.ts";

/** What the site's owner chose, in a `meta` of index.html. */
export type OfflineMode = "on" | "off" | "isolated";

export interface OfflineOptions {
  /** The site's address, with a slash at its end. */
  site: string;
  mode: OfflineMode;
  window: OfflineWindow;
  /** Loads the page once more. */
  reload: () => void;
}

type OfflineWindow = Pick<Window, "caches" | "navigator" | "performance"> &
  Pick<Window, "setTimeout" | "crossOriginIsolated" | "isSecureContext"> & {
    requestIdleCallback?: Window["requestIdleCallback"];
  };

/** A browser that is never idle is no reason to wait for ever. */
const IDLE_LIMIT_MS = 10_000;
/** The address of what a worker imports; the page's own modules end in `.js`. */
const MODULE = /\.mjs(\?|$)/;
/** Where a browser does not tell of idleness. */
const SOON_MS = 1_000;

export class Offline {
  readonly #options: OfflineOptions;
  #hasBegun = false;

  constructor(options: OfflineOptions) {
    this.#options = options;
  }

  /**
   * Prepare the page. A page that is to be isolated is loaded once more, by the worker; whoever
   * calls this should then do nothing else.
   */
  begin(): void {
    const { mode, window, reload } = this.#options;
    if (mode === "off") void this.#takeBack();
    const container = containerOf(window);
    if (mode === "isolated" && container && !window.crossOriginIsolated && !container.controller) {
      void this.#register(container).then(async () => {
        await container.ready;
        reload();
      }, warn);
    }
  }

  /**
   * An app has run: its page has time now. Bring the worker, or let it look for a new release, and
   * keep what was used; `addresses` is what the page itself did not fetch.
   */
  keepUsed(addresses: readonly string[]): void {
    const { mode, window } = this.#options;
    const container = containerOf(window);
    if (mode === "off" || !container || this.#hasBegun) return;
    this.#hasBegun = true;
    const isFirstVisit = !container.controller;
    whenIdle(window, () => {
      this.#register(container)
        .then(async (registration) => {
          if (registration.active) await registration.update();
          const { active } = await container.ready;
          const used = this.#used(addresses);
          if (active) await keep(active, used);
          const modules = used.filter((address) => MODULE.test(address));
          if (isFirstVisit) await rememberModules(modules);
        })
        .catch(warn);
    });
  }

  #register(container: ServiceWorkerContainer): Promise<ServiceWorkerRegistration> {
    const { site, mode } = this.#options;
    const query = mode === "isolated" ? "?isolated" : "";
    return container.register(`${site}service-worker.js${query}`, { updateViaCache: "none" });
  }

  /** The addresses below the site that this page has fetched, and those that it is told of. */
  #used(told: readonly string[]): string[] {
    const { site, window } = this.#options;
    const fetched = window.performance.getEntriesByType("resource").map(({ name }) => name);
    const all = [...fetched, ...told.map((path) => new URL(path, site).href)];
    return [...new Set(all)].filter((address) => address.startsWith(site));
  }

  /** Take a worker of an earlier visit back, and what it has kept. */
  async #takeBack(): Promise<void> {
    const { site, window } = this.#options;
    const registration = await containerOf(window)?.getRegistration(site);
    if (registration?.scope !== site) return;
    await registration.unregister();
    await window.caches.delete(`tabstream ${site}`);
  }
}

/** Resolves when the worker has kept what was used. */
function keep(worker: ServiceWorker, addresses: string[]): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const message: KeepUsed = { type: "keep_used", addresses };
  worker.postMessage(message, [port2]);
  return new Promise((resolve) => {
    port1.onmessage = () => resolve();
  });
}

/** What there is of service workers; a page without encryption or in a sandbox has none. */
function containerOf({ navigator, isSecureContext }: OfflineWindow) {
  if (!isSecureContext) return null;
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    return null;
  }
}

function whenIdle(window: OfflineWindow, work: () => void): void {
  if (window.requestIdleCallback) window.requestIdleCallback(work, { timeout: IDLE_LIMIT_MS });
  else window.setTimeout(work, SOON_MS);
}

/** Nothing needs the worker: a host may refuse it, a person may have switched it off. */
function warn(error: unknown): void {
  console.warn(`tabstream: not kept for offline use: ${error}`);
}
