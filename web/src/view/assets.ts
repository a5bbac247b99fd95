/**
 * How the view gets what is not in its first file: heavy chunks, single icons, other files of the
 * site.
 *
 * Everything comes through one replaceable object, because a view may live in a frame that can
 * fetch nothing from the site. Components use the hooks; what was fetched once is there at once the
 * next time, so that a rerun never flickers.
 */

import { createContext, useContext, useEffect, useState } from "react";
import type { Chunk, ChunkName } from "./chunks.ts";

export interface Assets {
  /** The exports of a lazily loaded part of the page. */
  chunk<N extends ChunkName>(name: N): Promise<Chunk<N>>;
  /** The text of a file of the site; the path is relative to the site's root. */
  text(path: string): Promise<string>;
  /** An address under which an element (an image, a font) can load a file of the site. */
  url(path: string): Promise<string>;
  /** Hears which lazily loaded parts something on the page has a use for. */
  onUse?(name: ChunkName): void;
}

const AssetsContext = createContext<Assets | undefined>(undefined);

export const AssetsProvider = AssetsContext.Provider;

/** The assets handed in from outside. */
export function useAssets(): Assets {
  const assets = useContext(AssetsContext);
  if (!assets) throw new Error("useAssets was called outside of an <AssetsProvider>.");
  return assets;
}

/** Something on its way: neither a value nor a failure yet, then one of the two. */
export interface Asset<T> {
  readonly value?: T;
  readonly failed: boolean;
}

const PENDING: Asset<never> = { failed: false };
const FAILED: Asset<never> = { failed: true };

/** A lazily loaded part of the page; not asked for while `wanted` is false. */
export function useChunk<N extends ChunkName>(name: N, wanted = true): Asset<Chunk<N>> {
  const assets = useAssets();
  useEffect(() => {
    if (wanted) assets.onUse?.(name);
  }, [assets, name, wanted]);
  return useAsset(assets, wanted ? `chunk ${name}` : undefined, () => assets.chunk(name));
}

/** The text of a file of the site; not asked for while the path is undefined. */
export function useAssetText(path: string | undefined): Asset<string> {
  const assets = useAssets();
  return useAsset(assets, path && `file ${path}`, () => assets.text(path ?? ""));
}

/** Loads a chunk ahead of its use, so that the first element that needs it is drawn with it. */
export async function loadChunk(assets: Assets, name: ChunkName): Promise<void> {
  await shelfOf(assets).fetch(`chunk ${name}`, () => assets.chunk(name));
}

/** What one Assets object has brought so far. */
class Shelf {
  readonly arrived = new Map<string, unknown>();
  readonly #underway = new Map<string, Promise<unknown>>();

  fetch(key: string, fetch: () => Promise<unknown>): Promise<unknown> {
    const known = this.#underway.get(key);
    if (known !== undefined) return known;
    const promise = fetch().then((value) => this.arrived.set(key, value));
    this.#underway.set(key, promise);
    promise.catch((reason: unknown) => {
      // Forgotten, so that the next element that needs it tries again.
      this.#underway.delete(key);
      console.warn(`The ${key} could not be loaded; what needs it is shown plainly.`, reason);
    });
    return promise;
  }
}

const shelves = new WeakMap<Assets, Shelf>();

function shelfOf(assets: Assets): Shelf {
  const shelf = shelves.get(assets) ?? new Shelf();
  shelves.set(assets, shelf);
  return shelf;
}

function useAsset<T>(assets: Assets, key: string | undefined, fetch: () => Promise<T>): Asset<T> {
  const shelf = shelfOf(assets);
  // Which key has settled, and how: state of an earlier key says nothing about this one.
  const [settled, setSettled] = useState<{ key: string; failed: boolean }>();
  const isMissing = key !== undefined && !shelf.arrived.has(key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `fetch` is made anew each time and means the key
  useEffect(() => {
    if (key === undefined || !isMissing) return;
    let isLive = true;
    const settle = (failed: boolean) => isLive && setSettled({ key, failed });
    shelf.fetch(key, fetch).then(
      () => settle(false),
      () => settle(true),
    );
    return () => {
      isLive = false;
    };
  }, [shelf, key, isMissing]);
  if (key === undefined) return PENDING;
  if (!isMissing) return { value: shelf.arrived.get(key) as T, failed: false };
  return settled?.key === key && settled.failed ? FAILED : PENDING;
}
