/**
 * The worker in which cached results are read and written. Each app's port comes from the page,
 * with the app's name; nobody else says here which app is which.
 */
import { MAX_APP_BYTES } from "../../protocol/results.ts";
import { ResultsDatabase } from "./database.ts";
import { type Order, RESULTS_DATABASE } from "./orders.ts";
import { Shelf, type ShelfEnvironment, type ShelfNews } from "./shelf.ts";

const database = new ResultsDatabase(RESULTS_DATABASE);

const openChannel = (): BroadcastChannel => new BroadcastChannel(RESULTS_DATABASE);

const environment: ShelfEnvironment = {
  database,
  bounds: { app: MAX_APP_BYTES, perResult: 2_000, shareOfQuota: 0.5 },
  recentBytes: 64 * 1024 * 1024,
  estimate: () => navigator.storage.estimate(),
  now: () => Date.now(),
  openChannel,
};

const news = openChannel();

self.addEventListener("message", ({ data }: MessageEvent<Order>) => {
  switch (data.type) {
    case "open":
      new Shelf(data.app, data.port, environment);
      return;
    case "keep": {
      const { app, isKept } = data;
      // The shelves that the app has, here and in other tabs, hear of it like this.
      news.postMessage({ type: "keep", app, isKept } satisfies ShelfNews);
      if (!isKept) database.deleteAll(app, "").catch((error: unknown) => console.warn(error));
      return;
    }
    default:
      data satisfies never;
  }
});

// The page waits for this before it gives a port away: code that does not come takes none with it.
self.postMessage("here");
