/** What the view has a use for is told, and what the last visit used is there before its use. */
import { expect, it, vi } from "vitest";
import { UsedChunks } from "../../../web/src/app/used-chunks.ts";
import { type Assets, AssetsProvider, useChunk } from "../../../web/src/view/assets.ts";
import type { Chunk, ChunkName } from "../../../web/src/view/chunks.ts";
import { mount } from "../kit/mount.tsx";

function makeChunks() {
  const fetched: string[] = [];
  const told: string[][] = [];
  const assets: Assets = {
    async chunk<N extends ChunkName>(name: N) {
      fetched.push(name);
      if (!["emoji", "katex"].includes(name)) throw new TypeError(`There is no ${name}.`);
      return {} as Chunk<N>;
    },
    text: async () => "",
    url: async (path) => path,
  };
  return { fetched, told, chunks: new UsedChunks(assets, (names) => told.push(names)) };
}

function Reader({ name }: { name: ChunkName }) {
  return <p>{useChunk(name).value ? `${name} is there` : `${name} is not there`}</p>;
}

function draw({ assets }: UsedChunks, ...names: ChunkName[]): HTMLElement {
  const readers = names.map((name) => <Reader key={name} name={name} />);
  return mount(<AssetsProvider value={assets}>{readers}</AssetsProvider>).place;
}

it("tells of all that were used so far, once nothing else is to do", async () => {
  const { chunks, told } = makeChunks();
  draw(chunks, "emoji", "katex");
  await expect.poll(() => told).toEqual([["emoji", "katex"]]);
  draw(chunks, "katex");
  draw(chunks, "emoji");
  await new Promise((resolve) => requestIdleCallback(resolve));
  expect(told).toHaveLength(1);
});

it("has what was fetched ahead at the first drawing, and counts it only when it is used", async () => {
  const { chunks, told, fetched } = makeChunks();
  chunks.fetchAhead(["emoji", "katex"]);
  await expect.poll(() => fetched).toEqual(["emoji", "katex"]);
  const place = draw(chunks, "katex");
  await expect.poll(() => place.textContent).toBe("katex is there");
  await expect.poll(() => told).toEqual([["katex"]]);
  expect(fetched).toEqual(["emoji", "katex"]);
});

it("takes no harm from a part that this release does not have", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { chunks, fetched } = makeChunks();
  chunks.fetchAhead(["of old", "emoji"]);
  await expect.poll(() => fetched).toEqual(["of old", "emoji"]);
  await expect.poll(() => warn.mock.calls.length).toBe(1);
  warn.mockRestore();
});
