/** How room is made for results. */
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { keysOf, openTab, world } from "./tabs.ts";

const warn = vi.spyOn(console, "warn");

beforeEach(() => {
  warn.mockReset().mockImplementation(() => {});
});

describe("room", () => {
  const bounds = { app: 10, perResult: 0, shareOfQuota: 0.5 };

  it("is made in an app by what was used least recently", async () => {
    const tab = openTab("one", { bounds });
    for (const key of ["a", "b", "c"]) tab.put(key, 3);
    tab.say({ type: "used", key: "a" });
    await tab.settle();
    tab.put("d", 3);
    expect(keysOf(await tab.recall())).toEqual(["a", "c", "d"]);
    await tab.fetch("c");
    tab.put("e", 6);
    expect(keysOf(await tab.recall())).toEqual(["c", "e"]);
    expect(tab.lost()).toEqual(["b", "a", "d"]);
  });

  it("is made among all apps within half of what the browser grants", async () => {
    world.quota = 24;
    const [one, other] = [openTab("one", { bounds }), openTab("other", { bounds })];
    one.put("a", 5);
    one.put("b", 5);
    await one.settle();
    world.now += 1_000;
    other.put("c", 5);
    await other.settle();
    expect(keysOf(await one.recall())).toEqual(["b"]);
    expect(keysOf(await other.recall())).toEqual(["c"]);
    await expect.poll(() => one.lost()).toEqual(["a"]);
    expect(other.lost()).toEqual([]);
  });

  it("is looked for again when another tab has put something", async () => {
    const [one, other] = [openTab("one", { bounds }), openTab("one", { bounds })];
    const made = world.now;
    one.put("a", 4);
    await one.settle();
    other.put("b", 4);
    await expect.poll(() => one.heard.at(-1)).toMatchObject({ type: "known", key: "b" });
    world.now += 1_000;
    one.put("c", 4);
    expect(keysOf(await one.recall())).toEqual(["b", "c"]);
    expect(one.heard).toContainEqual({ type: "lost", results: [{ key: "a", made }] });
    await expect.poll(() => other.lost()).toEqual(["a"]);
  });

  it("is none for a result beyond the bound of an app, which is said once", async () => {
    const tab = openTab("one", { bounds });
    tab.put("a", 10);
    tab.put("b", 11);
    tab.put("c", 11);
    expect(keysOf(await tab.recall())).toEqual(["a"]);
    expect(tab.lost()).toEqual(["b", "c"]);
    expect(tab.problems()).toEqual([expect.stringContaining("larger than all")]);
  });

  it("is taken by every result, those without content too", async () => {
    const tab = openTab("one", { bounds: { ...bounds, perResult: 3 } });
    for (const key of ["a", "b", "c", "d"]) tab.put(key, 0);
    expect(keysOf(await tab.recall())).toEqual(["b", "c", "d"]);
    expect(tab.lost()).toEqual(["a"]);
  });

  it("is no matter where the browser does not say how much there is", async () => {
    const tab = openTab("one", { estimate: () => Promise.reject(new Error("no idea")) });
    tab.put("a");
    expect(await tab.fetch("a")).toEqual([1]);
  });
});

/** Lets the database refuse the next `times` results as a full disk does. */
function refuse(times: number, error = new DOMException("full", "QuotaExceededError")) {
  const { put } = IDBObjectStore.prototype;
  let left = times;
  const refusing = vi.spyOn(IDBObjectStore.prototype, "put");
  refusing.mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === "content" && left > 0) {
      left -= 1;
      throw error;
    }
    return put.apply(this, args);
  });
  onTestFinished(() => refusing.mockRestore());
}

describe("a browser without room", () => {
  it("gets what was used least recently back, and is asked once more", async () => {
    const tab = openTab();
    tab.put("a", 5);
    tab.put("b", 7);
    tab.put("c", 5);
    await tab.settle();
    refuse(1);
    tab.put("d", 10);
    expect(keysOf(await tab.recall())).toEqual(["c", "d"]);
    expect(tab.lost()).toEqual(["a", "b"]);
    expect(tab.problems()).toEqual([]);
  });

  it("is named once in the log, and the app goes on", async () => {
    const tab = openTab();
    refuse(4);
    tab.put("a");
    tab.put("b");
    tab.put("c");
    expect(keysOf(await tab.recall())).toEqual(["c"]);
    expect(tab.lost()).toEqual(["a", "b"]);
    expect(tab.problems()).toEqual([expect.stringContaining("no room left")]);
  });

  it("leaves no half of a result behind", async () => {
    const tab = openTab();
    refuse(1, new DOMException("broken", "UnknownError"));
    tab.put("a");
    expect(keysOf(await tab.recall())).toEqual([]);
    expect(tab.problems()).toEqual([expect.stringContaining("does not let the page keep")]);
  });
});
