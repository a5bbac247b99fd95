import { describe, expect, it } from "vitest";
import { openImageShelf } from "../../../web/src/storage/storage.ts";

const NAME = "images/core-12345678.image";

let count = 0;

/** A site that nobody has visited before. */
function newSite(): string {
  count += 1;
  return `/site ${count} ${Math.random()}/`;
}

function streamOf(text: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([text]).stream();
}

function brokenStream(): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(100));
      controller.error(new Error("the link is gone"));
    },
  });
}

async function textOf(image: FileSystemFileHandle | Blob | undefined): Promise<string | undefined> {
  if (!image) return undefined;
  return (image instanceof Blob ? image : await image.getFile()).text();
}

describe.each([
  ["the origin's own files", { storage: navigator.storage, caches }],
  ["Cache storage, where there are no such files", { caches }],
])("in %s", (_name, places) => {
  it("an image is there for the next visit, of this site alone", async () => {
    const site = newSite();
    const shelf = await openImageShelf(places, site);
    expect(await shelf?.list()).toEqual(new Map());
    await shelf?.put(NAME, streamOf("an image"));
    const found = await (await openImageShelf(places, site))?.list();
    expect([...(found?.keys() ?? [])]).toEqual([NAME]);
    expect(await textOf(found?.get(NAME))).toBe("an image");
    expect(await textOf((await shelf?.find(NAME)) ?? undefined)).toBe("an image");
    expect(await shelf?.find("images/other.image")).toBeNull();
    expect(await (await openImageShelf(places, newSite()))?.list()).toEqual(new Map());
  });

  it("an image that did not come as a whole is not there", async () => {
    const shelf = await openImageShelf(places, newSite());
    await expect(shelf?.put(NAME, brokenStream())).rejects.toThrow();
    expect(await shelf?.list()).toEqual(new Map());
    expect(await shelf?.find(NAME)).toBeNull();
  });

  it("an image can be dropped", async () => {
    const shelf = await openImageShelf(places, newSite());
    await shelf?.put(NAME, streamOf("an image"));
    await shelf?.drop(NAME);
    expect(await shelf?.list()).toEqual(new Map());
  });
});

it("there is no shelf where the browser gives nothing", async () => {
  const refused = { getDirectory: () => Promise.reject(new DOMException("no", "SecurityError")) };
  expect(await openImageShelf({ storage: refused }, "/")).toBeNull();
  expect(await openImageShelf({}, "/")).toBeNull();
});
