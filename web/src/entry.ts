/**
 * The page's first code, small and asked for before all else: it has Python under way while the rest
 * of the page is still on its way. What that rest takes over is exported; see main.ts.
 */
import { bootOptions, coreAddress, preparation } from "./app/boot-options.ts";
import { type KnownStart, NOTHING_KNOWN, siteHeadStart } from "./app/head-start.ts";
import { type LastStart, LastStarts } from "./page/last-starts.ts";
import { ownImagePrefix } from "./protocol/own-images.ts";
import { stage, startTrace } from "./protocol/trace.ts";
import type { BootImage, KeptFile } from "./protocol/worker.ts";
import index from "./site-index.ts";
import { parseAddress } from "./sources/address.ts";
import { isElsewhere } from "./sources/elsewhere.ts";
import { openImageShelf, toBlob } from "./storage/images/shelf.ts";
import { localNotes } from "./storage/notes.ts";

export const site = new URL(".", document.baseURI).href;

/** What the page says of itself, in a `meta`. */
export const said = (name: string) =>
  document.querySelector<HTMLMetaElement>(`meta[name="tabstream-${name}"]`)?.content;

export const shelf = openImageShelf({ storage: navigator.storage, caches: window.caches }, site);
export const lastStarts = new LastStarts(localNotes(window), site);
export const headStart = siteHeadStart(site);

const { source, isTraced } = parseAddress(location.href, said("app"));
if (isTraced) startTrace();
stage("load the first code", 0)();

/** Whether the app will have a frame of its own, and its worker there. */
export const isInFrame =
  source !== undefined && (said("frames") === "all" || isElsewhere(source, site));

/** What is known of how the app starts, by its last visit. */
export const known: Promise<KnownStart> = source
  ? findKnown(lastStarts.read(source))
  : Promise.resolve(NOTHING_KNOWN);

/** When nothing more comes of it. */
export let begun = Promise.resolve();

if (source && !isInFrame) {
  headStart.startWorker();
  begun = known.then((start) => headStart.begin(start));
}

/** To start what was started last with what the browser has kept of it; the rest is the app's to ask. */
async function findKnown(last: LastStart | null): Promise<KnownStart> {
  const [core, image] = await Promise.all([
    find(coreAddress(index)),
    findImage(last?.images ?? []),
  ]);
  const base = isInFrame ? null : site;
  return {
    prepare: core && preparation(core, index, base),
    boot: image && bootOptions({ core, lock: [...(last?.lock ?? [])], image }, index, base),
  };
}

/** The first that is kept, and is not of another release, which has other names. */
async function findImage(paths: readonly string[]): Promise<BootImage | null> {
  for (const path of paths) {
    const isWhole = path.startsWith(ownImagePrefix(index));
    // In a frame they would be known to somebody else.
    const isUsable = isWhole ? !isInFrame : index.images.some((image) => image.path === path);
    const kept = isUsable ? await find(path) : null;
    if (kept) return { path, kept, isWhole };
  }
  return null;
}

async function find(name: string): Promise<KeptFile | null> {
  const found = (await (await shelf)?.find(name).catch(() => null)) ?? null;
  // A frame may open no file, but read one that was opened here.
  return found && isInFrame ? toBlob(found) : found;
}
