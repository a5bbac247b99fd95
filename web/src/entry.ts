/**
 * The page's first code, small and asked for before all else: it has Python under way while the rest
 * of the page is still on its way. What that rest takes over is exported; see main.ts.
 */
import index from "virtual:site-index";
import { bootOptions, preparation } from "./app/boot-options.ts";
import { siteHeadStart } from "./app/head-start.ts";
import { type LastStart, LastStarts } from "./page/last-starts.ts";
import { ownImagePrefix } from "./protocol/own-images.ts";
import { stage, startTrace } from "./protocol/trace.ts";
import { parseAddress } from "./sources/address.ts";
import { openImageShelf } from "./storage/images/shelf.ts";
import { localNotes } from "./storage/notes.ts";

const site = new URL(".", document.baseURI).href;
const served = document.querySelector<HTMLMetaElement>("meta[name=tabstream-app]")?.content;

export const lastStarts = new LastStarts(localNotes(window), site);
export const headStart = siteHeadStart(site);

const { source, isTraced } = parseAddress(location.href, served);
if (isTraced) startTrace();
stage("load the first code", 0)();
if (source) {
  headStart.prepare(preparation(index, site));
  const last = lastStarts.read(source);
  if (last) void bootAsLast(last);
}

/** Start what was started last, if the browser still has the image; else the app's own start does. */
async function bootAsLast({ lock, images }: LastStart): Promise<void> {
  const shelf = await openImageShelf({ storage: navigator.storage, caches: window.caches }, site);
  for (const path of images) {
    const isWhole = path.startsWith(ownImagePrefix(index));
    // An image of another release has another name.
    if (!isWhole && !index.images.some((image) => image.path === path)) continue;
    const kept = await shelf?.find(path).catch(() => null);
    if (!kept) continue;
    const image = { path, kept, isWhole };
    return headStart.boot(bootOptions({ lock: [...lock], image }, index, site));
  }
}
