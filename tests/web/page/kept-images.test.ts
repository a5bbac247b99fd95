import { describe, expect, it } from "vitest";
import { type ImagesEnvironment, KeptImages } from "../../../web/src/page/kept-images.ts";
import { OwnImages } from "../../../web/src/page/own-images.ts";
import { type ImageShelf, memoryStorage } from "../../../web/src/storage/storage.ts";

const CORE = "images/core-1.image";
const OLD = "images/core-0.image";

class Shelf implements ImageShelf {
  readonly place = "cache";
  readonly content = new Map<string, Blob>();
  isFull = false;

  async list() {
    return new Map(this.content);
  }

  async find(name: string) {
    return this.content.get(name) ?? null;
  }

  async put(name: string, content: ReadableStream<Uint8Array<ArrayBuffer>>) {
    const blob = await new Response(content).blob();
    if (this.isFull) throw new DOMException("no room", "QuotaExceededError");
    this.content.set(name, blob);
  }

  async drop(name: string) {
    this.content.delete(name);
  }
}

function visit(shelf: Shelf | null, changes: Partial<ImagesEnvironment> = {}) {
  const idle: (() => void)[] = [];
  const logs: string[] = [];
  const asked: string[] = [];
  const images = new KeptImages({
    openShelf: async () => shelf,
    async keep(path) {
      asked.push(path);
      await shelf?.put(path, new Blob(["the image"]).stream());
    },
    paths: [CORE],
    own: new OwnImages(memoryStorage(), "own-1-"),
    link: { mayFetch: true, mayPrepare: true },
    whenIdle: (task) => idle.push(task),
    log: (text) => logs.push(text),
    ...changes,
  });
  /** Let everything that waits for an idle moment happen. */
  const rest = async () => {
    for (const task of idle.splice(0)) task();
    await images.settled;
  };
  return { images, idle, logs, asked, rest };
}

describe("an image that is wanted", () => {
  it("is fetched once a run is over and nothing else is to do, and is there at the next visit", async () => {
    const shelf = new Shelf();
    const { images, idle, asked, rest } = visit(shelf);
    images.want(CORE);
    expect(idle).toEqual([]);
    images.prepare();
    expect(asked).toEqual([]);
    await rest();
    expect(await shelf.content.get(CORE)?.text()).toBe("the image");
    const { kept, mayFetch } = await visit(shelf).images.forApp();
    expect([...kept.keys()]).toEqual([CORE]);
    expect(mayFetch).toBe(true);
    images.want(CORE);
    images.prepare();
    await rest();
    expect(asked).toEqual([CORE]);
  });

  it("is one of this site's, or none", async () => {
    const { images, idle } = visit(new Shelf());
    images.want("images/somebody-elses.image");
    images.prepare();
    expect(idle).toEqual([]);
  });

  it("waits for a better link where data is saved", () => {
    const { images, idle } = visit(new Shelf(), { link: { mayFetch: false, mayPrepare: false } });
    images.want(CORE);
    images.prepare();
    expect(idle).toEqual([]);
  });
});

describe("what does not work is one line of the log", () => {
  it.each<[string, Shelf | null, Partial<ImagesEnvironment>, string]>([
    ["no room", Object.assign(new Shelf(), { isFull: true }), {}, "no room"],
    ["no answer", new Shelf(), { keep: () => Promise.reject(new Error("404")) }, "404"],
  ])("%s", async (_name, shelf, changes, reason) => {
    const { images, logs, rest } = visit(shelf, changes);
    images.want(CORE);
    images.prepare();
    await rest();
    expect(logs.join()).toContain(reason);
    expect((await images.forApp()).kept.size).toBe(0);
  });

  it("no storage at all", async () => {
    const { images, rest, logs } = visit(null);
    images.want(CORE);
    images.prepare();
    await rest();
    expect((await images.forApp()).kept.size).toBe(0);
    expect(logs).toEqual([]);
  });
});

it("images of another version are not handed out, and make room", async () => {
  const shelf = new Shelf();
  shelf.content.set(OLD, new Blob(["old"]));
  const { images, rest } = visit(shelf);
  expect((await images.forApp()).kept.size).toBe(0);
  images.want(CORE);
  images.prepare();
  await rest();
  expect([...shelf.content.keys()]).toEqual([CORE]);
});

it("a frame gets those of the site alone, opened, and may leave none", async () => {
  const shelf = new Shelf();
  const own = "own-1-a.image";
  for (const name of [CORE, OLD, own]) shelf.content.set(name, new Blob([name]));
  const file = { getFile: async () => new File(["opened"], "core") };
  shelf.content.set(CORE, file as unknown as Blob);
  const { kept, mayTake } = await visit(shelf).images.forFrame();
  expect([...kept.keys()]).toEqual([CORE]);
  expect(await (kept.get(CORE) as Blob).text()).toBe("opened");
  expect(mayTake).toBe(false);
});

it("an image that could not be used is dropped", async () => {
  const shelf = new Shelf();
  shelf.content.set(CORE, new Blob(["broken"]));
  const { images } = visit(shelf);
  await images.drop(CORE);
  expect(shelf.content.size).toBe(0);
});
