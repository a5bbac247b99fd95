import { beforeEach, describe, expect, it, vi } from "vitest";
import { MOST_BYTES, OwnImages } from "../../../web/src/page/own-images.ts";
import { type ImageShelf, memoryStorage } from "../../../web/src/storage/storage.ts";

const PREFIX = "own-1-";
const content = (size = 1) => ({ size, stream: () => new Blob(["x"]).stream() }) as unknown as Blob;

let images: OwnImages;
let kept: Map<string, Blob>;
let isFull: boolean;

const shelf: ImageShelf = {
  place: "cache",
  list: async () => new Map(kept),
  find: async (name) => kept.get(name) ?? null,
  async put(name) {
    if (isFull) throw new DOMException("no room", "QuotaExceededError");
    kept.set(name, sized(name));
  },
  async drop(name) {
    kept.delete(name);
  },
};

/** An image that says that it is as large as its name. */
function sized(name: string): Blob {
  return Object.defineProperty(new Blob(), "size", { value: Number(name.split("=")[1] ?? 1) });
}

async function keep(name: string, size = Number(name.split("=")[1] ?? 1)): Promise<void> {
  vi.advanceTimersByTime(1000);
  await images.keep(shelf, name, content(size));
}

beforeEach(() => {
  vi.useFakeTimers();
  images = new OwnImages(memoryStorage(), PREFIX);
  kept = new Map([["images/core-1.image", new Blob()]]);
  isFull = false;
  return () => vi.useRealTimers();
});

const own = () => [...kept.keys()].filter((name) => name.startsWith("own"));

it("there are three at most: the one that was not used for longest makes room", async () => {
  for (const name of ["own-1-a", "own-1-b", "own-1-c"]) await keep(name);
  vi.advanceTimersByTime(1000);
  await images.noteUse("own-1-a");
  await keep("own-1-d");
  expect(own().sort()).toEqual(["own-1-a", "own-1-c", "own-1-d"]);
  expect(kept.has("images/core-1.image")).toBe(true);
});

it("they have so many bytes at most", async () => {
  await keep(`own-1-a=${MOST_BYTES / 2}`);
  await keep("own-1-b=1");
  await keep(`own-1-c=${MOST_BYTES / 2}`);
  expect(own().sort()).toEqual(["own-1-b=1", `own-1-c=${MOST_BYTES / 2}`]);
});

describe("is not to be taken again", () => {
  it("one that is too large", async () => {
    await keep("own-1-a", MOST_BYTES + 1);
    expect(own()).toEqual([]);
    expect([...(await images.refused())]).toEqual(["own-1-a"]);
  });

  it("one for which there is no room", async () => {
    isFull = true;
    await expect(keep("own-1-a")).rejects.toThrow("no room");
    expect([...(await images.refused())]).toEqual(["own-1-a"]);
  });

  it("one that was of no use, in this release", async () => {
    await images.refuse("own-1-a");
    await images.refuse("own-0-b");
    await images.refuse("images/core-1.image");
    expect([...(await images.refused())]).toEqual(["own-1-a"]);
  });
});

it("one of another release is not kept", async () => {
  await keep("own-0-a");
  expect(own()).toEqual([]);
});
