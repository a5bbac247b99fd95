/**
 * The worker that fetches one file for the image shelf. Tens of megabytes go through it in pieces,
 * and what is left of them goes with it; in the page they would lie about until it tidies up.
 */
import { keepFile } from "./keep-file.ts";
import type { Kept, ToKeep } from "./keeping.ts";
import { openImageShelf } from "./shelf.ts";

self.addEventListener("message", async ({ data }: MessageEvent<ToKeep>) => {
  self.postMessage(await keep(data));
});

async function keep({ site, path, place }: ToKeep): Promise<Kept> {
  try {
    const { caches, navigator } = self;
    const places = place === "folder" ? { storage: navigator.storage } : { caches };
    const shelf = await openImageShelf(places, site);
    if (!shelf) return { error: "this browser keeps nothing" };
    // Its name goes with its content: what the app's worker has just fetched is as good.
    await keepFile(shelf, path, (name) => fetch(new URL(name, site), { cache: "force-cache" }));
    return { error: null };
  } catch (error) {
    return { error: String(error) };
  }
}
