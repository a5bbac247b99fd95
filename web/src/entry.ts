/**
 * The page's first code, small and asked for before all else: it has Python under way while the rest
 * of the page is still on its way. What that rest takes over is exported; see main.ts.
 */
import { bootOptions, coreAddress, preparation } from "./app/boot-options.ts";
import { siteHeadStart } from "./app/head-start.ts";
import { type LastStart, LastStarts } from "./page/last-starts.ts";
import { ownImagePrefix } from "./protocol/own-images.ts";
import { stage, startTrace } from "./protocol/trace.ts";
import type { BootImage } from "./protocol/worker.ts";
import index from "./site-index.ts";
import { parseAddress } from "./sources/address.ts";
import { openImageShelf } from "./storage/images/shelf.ts";
import { localNotes } from "./storage/notes.ts";

const site = new URL(".", document.baseURI).href;
const served = document.querySelector<HTMLMetaElement>("meta[name=tabstream-app]")?.content;

export const lastStarts = new LastStarts(localNotes(window), site);
export const headStart = siteHeadStart(site);

/** When nothing more comes of it. */
export let begun = Promise.resolve();

const { source, isTraced } = parseAddress(location.href, served);
if (isTraced) startTrace();
stage("load the first code", 0)();
if (source) {
  headStart.startWorker();
  begun = begin(lastStarts.read(source));
}

/** Start what was started last with what the browser has kept of it; the rest is the app's to ask. */
async function begin(last: LastStart | null): Promise<void> {
  const shelf = await openImageShelf({ storage: navigator.storage, caches: window.caches }, site);
  const find = async (name: string) => (await shelf?.find(name).catch(() => null)) ?? null;
  const core = await find(coreAddress(index));
  // To fetch it now would hold up the rest of the page, which sees to it as soon as it is there.
  if (core) headStart.prepare(preparation(core, index, site));
  const image = last && (await findImage(last.images, find));
  if (image) headStart.boot(bootOptions({ core, lock: [...last.lock], image }, index, site));
}

/** The first that is kept, and is not of another release, which has other names. */
async function findImage(
  paths: readonly string[],
  find: (name: string) => Promise<BootImage["kept"]>,
): Promise<BootImage | null> {
  for (const path of paths) {
    const isWhole = path.startsWith(ownImagePrefix(index));
    const isOfRelease = isWhole || index.images.some((image) => image.path === path);
    const kept = isOfRelease ? await find(path) : null;
    if (kept) return { path, kept, isWhole };
  }
  return null;
}
