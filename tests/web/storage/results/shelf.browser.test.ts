/** What an app finds of its results; the test is the app at the other end of each port. */
import { deleteDB } from "idb";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { keysOf, openTab, recentOf, world } from "./tabs.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
const warn = vi.spyOn(console, "warn");

beforeEach(() => {
  warn.mockReset().mockImplementation(() => {});
});

describe("results of an app", () => {
  it("are there for its next start, with what is known of them", async () => {
    const tab = openTab();
    tab.put("f/a", [1, 2, 3]);
    tab.put("f/b", [4]);
    await tab.settle();
    const { known, recent } = await openTab().recall();
    expect(known).toEqual([
      { key: "f/a", size: 3, made: world.now },
      { key: "f/b", size: 1, made: world.now },
    ]);
    expect(recent.map(({ key, content }) => [key, ...new Uint8Array(content)])).toEqual([
      ["f/b", 4],
      ["f/a", 1, 2, 3],
    ]);
  });

  it("can be fetched one by one; the newest of a key counts", async () => {
    const tab = openTab();
    tab.put("a", [1]);
    tab.put("a", [2, 2]);
    expect(await tab.fetch("a")).toEqual([2, 2]);
    expect(await tab.fetch("b")).toBeNull();
    expect((await openTab().recall()).known).toMatchObject([{ key: "a", size: 2 }]);
  });

  it("go with the prefix that is dropped, and others stay", async () => {
    const tab = openTab();
    for (const key of ["f", "f/a", "f/b", "f0", "e", "g/\u{1F40D}"]) tab.put(key);
    tab.say({ type: "drop", prefix: "f/" });
    expect(keysOf(await tab.recall())).toEqual(["e", "f", "f0", "g/\u{1F40D}"]);
    tab.say({ type: "drop", prefix: "nothing" });
    tab.say({ type: "drop", prefix: "" });
    expect(keysOf(await tab.recall())).toEqual([]);
    expect(await tab.fetch("e")).toBeNull();
  });

  it("are never another app's, also when one name begins with the other", async () => {
    const [one, other] = [openTab("one"), openTab("one/more")];
    one.put("a", [1]);
    other.put("a", [2]);
    expect([await one.fetch("a"), await other.fetch("a")]).toEqual([[1], [2]]);
    one.say({ type: "drop", prefix: "" });
    expect(keysOf(await one.recall())).toEqual([]);
    expect(await other.fetch("a")).toEqual([2]);
    expect(other.heard.some(({ type }) => type === "gone" || type === "known")).toBe(false);
  });

  it("may be a thousand", async () => {
    const tab = openTab();
    const keys = Array.from({ length: 1_000 }, (_, index) => `k${String(index).padStart(4, "0")}`);
    for (const key of keys) tab.put(key, 100);
    await tab.settle();
    const recalled = await openTab().recall();
    expect(keysOf(recalled)).toEqual(keys);
    expect(recentOf(recalled)).toEqual(keys.toReversed());
  });

  it("are dropped when they are older than a month", async () => {
    const tab = openTab();
    tab.put("old", [1], world.now - 31 * DAY_MS);
    tab.put("new", [1], world.now - 29 * DAY_MS);
    expect(keysOf(await tab.recall())).toEqual(["new"]);
    expect(await tab.fetch("old")).toBeNull();
  });
});

it("where the browser has no IndexedDB for the page, nothing is there and nothing is kept", async () => {
  const open = vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  onTestFinished(() => open.mockRestore());
  const tab = openTab();
  expect(await tab.recall()).toEqual({ type: "recalled", known: [], recent: [] });
  expect(tab.problems()).toEqual([]);
  tab.put("a");
  tab.put("b");
  tab.say({ type: "drop", prefix: "" });
  expect(await tab.fetch("a")).toBeNull();
  expect(tab.problems().length).toBe(1);
});

it("gives way when the database is deleted elsewhere, and goes on with a new one", async () => {
  const tab = openTab();
  tab.put("a");
  await tab.settle();
  await deleteDB(world.name);
  expect(await tab.fetch("a")).toBeNull();
  tab.put("b", [2]);
  expect(await tab.fetch("b")).toEqual([2]);
  expect(keysOf(await openTab().recall())).toEqual(["b"]);
});

it("a newer site's database is left alone", async () => {
  await new Promise<void>((resolve) => {
    const opening = indexedDB.open(world.name, 2);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
  const tab = openTab();
  tab.put("a");
  expect(keysOf(await tab.recall())).toEqual([]);
  expect(tab.problems().length).toBe(1);
});

it("refuses what is no message, and serves the next", async () => {
  const tab = openTab();
  const content = new ArrayBuffer(1);
  const wrong = [
    null,
    7,
    "recall",
    {},
    { type: "open", app: "other" },
    { type: "put", key: 1, made: 1, content },
    { type: "put", key: "a", made: Number.NaN, content },
    { type: "put", key: "a", made: 1, content: new Uint8Array(1) },
    { type: "put", key: "a".repeat(1_001), made: 1, content },
    { type: "used", key: ["a"] },
    { type: "drop" },
    { type: "fetch", id: "1", key: "a" },
  ];
  for (const message of wrong) tab.say(message);
  tab.put("k".repeat(1_000), 10);
  expect((await tab.recall()).known.length).toBe(1);
  expect(warn).toHaveBeenCalledTimes(wrong.length);
});

describe("two tabs of an app", () => {
  it("hear of what the other puts and drops, and not of what they do themselves", async () => {
    const [one, other] = [openTab(), openTab()];
    one.put("f/a", [1, 2]);
    const known = { type: "known", key: "f/a", size: 2, made: world.now };
    await expect.poll(() => other.heard).toEqual([known]);
    expect(await other.fetch("f/a")).toEqual([1, 2]);
    other.say({ type: "drop", prefix: "f/" });
    await expect.poll(() => one.heard).toEqual([{ type: "gone", prefix: "f/" }]);
  });

  it("keep nothing more once the person wants nothing kept, until they do again", async () => {
    const [one, other] = [openTab(), openTab("other")];
    const page = new BroadcastChannel(world.name);
    onTestFinished(() => page.close());
    one.put("a");
    other.put("a");
    await Promise.all([one.settle(), other.settle()]);
    page.postMessage({ type: "keep", app: "one", isKept: false });
    await expect.poll(() => one.heard.at(-1)).toEqual({ type: "gone", prefix: "" });
    expect(one.heard).toContainEqual({ type: "switched", isKept: false });
    one.put("b");
    expect(keysOf(await one.recall())).toEqual([]);
    expect(keysOf(await other.recall())).toEqual(["a"]);
    page.postMessage({ type: "keep", app: "one", isKept: true });
    await expect
      .poll(async () => {
        one.put("c");
        return keysOf(await one.recall());
      })
      .toEqual(["c"]);
  });
});

it("hands over what was used last, as far as there is room for it", async () => {
  const tab = openTab("one", { recentBytes: 10 });
  for (const [key, size] of Object.entries({ a: 4, b: 4, c: 20, d: 4 })) tab.put(key, size);
  tab.say({ type: "used", key: "a" });
  await tab.settle();
  const recalled = await tab.recall();
  expect(recentOf(recalled)).toEqual(["a", "d"]);
  expect(keysOf(recalled)).toEqual(["a", "b", "c", "d"]);
});
