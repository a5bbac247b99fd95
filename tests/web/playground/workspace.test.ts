import { expect, it } from "vitest";
import type { SavedFiles } from "../../../web/src/page/page.tsx";
import { Workspace } from "../../../web/src/playground/workspace.ts";
import { bytesOf, makeWorld, settle, textOf } from "../sources/world.ts";

/** A workspace whose app and storage note what they are given. */
function open(
  files: Record<string, string | Uint8Array> = { "app.py": "a = 1\n" },
  changed: readonly string[] = [],
) {
  const { env, pass } = makeWorld();
  const written: SavedFiles[] = [];
  const drafts: ReadonlyMap<string, Uint8Array>[] = [];
  const changes: (readonly string[])[] = [];
  const given = Object.entries(files).map(
    ([path, content]) => [path, typeof content === "string" ? bytesOf(content) : content] as const,
  );
  const place = {
    async keep(all: ReadonlyMap<string, Uint8Array>, changed: readonly string[]) {
      drafts.push(all);
      changes.push(changed);
    },
  };
  const workspace = new Workspace(
    { entry: "app.py", files: new Map(given), changed, write: (saved) => written.push(saved) },
    { keep: (all, changed) => place.keep(all, changed), after: env.after },
  );
  return { workspace, written, drafts, changes, pass, place };
}

it("what is typed runs when the hands rest, once and with all of it", async () => {
  const { workspace, written, pass } = open();
  for (const text of ["a", "ab", "abc"]) {
    workspace.type("app.py", text);
    await pass(300);
  }
  expect(written).toEqual([]);
  await pass(1_000);
  expect(written).toEqual([{ files: new Map([["app.py", bytesOf("abc")]]), removed: [] }]);
  await pass(10_000);
  expect(written).toHaveLength(1);
});

it("what is not meant yet does not run, however long the hands rest", async () => {
  const { workspace, written, pass } = open();
  workspace.isUnfinished = () => true;
  workspace.type("app.py", "st.");
  await pass(5_000);
  expect(written).toEqual([]);
  workspace.isUnfinished = () => false;
  await pass(1_000);
  expect(written).toHaveLength(1);
});

it("Save runs at once, and only with what has changed since", async () => {
  const { workspace, written, pass } = open({ "app.py": "a", "b.csv": "1" });
  workspace.type("app.py", "b");
  workspace.run();
  workspace.run();
  await pass(5_000);
  expect(written).toEqual([{ files: new Map([["app.py", bytesOf("b")]]), removed: [] }]);
});

it("a draft is kept a moment after each change, with every file", async () => {
  const { workspace, drafts, pass } = open({ "app.py": "a", "b.csv": "1" });
  expect(workspace.kept.get()).toBe("unchanged");
  workspace.type("app.py", "b");
  expect(workspace.kept.get()).toBe("keeping");
  await pass(300);
  await settle();
  expect(workspace.kept.get()).toBe("kept");
  const [draft] = drafts;
  expect(draft && [textOf(draft, "app.py"), textOf(draft, "b.csv")]).toEqual(["b", "1"]);
});

it("a draft that could not be kept says so, and is kept with the next change", async () => {
  const { workspace, place, pass } = open();
  const { keep } = place;
  place.keep = () => Promise.reject(new Error("no room"));
  workspace.type("app.py", "b");
  await workspace.settle();
  expect(workspace.kept.get()).toBe("failed");
  place.keep = keep;
  workspace.type("app.py", "c");
  await pass(1_000);
  expect(workspace.kept.get()).toBe("kept");
});

it("an older draft never comes after a newer one", async () => {
  const { workspace, place } = open();
  const order: string[] = [];
  let finishFirst = (): void => {};
  place.keep = async (files) => {
    const text = textOf(files, "app.py");
    if (text === "b") await new Promise<void>((resolve) => (finishFirst = resolve));
    order.push(text);
  };
  workspace.type("app.py", "b");
  const first = workspace.settle();
  await settle();
  workspace.type("app.py", "c");
  const second = workspace.settle();
  finishFirst();
  await Promise.all([first, second]);
  expect(order).toEqual(["b", "c"]);
  expect(workspace.kept.get()).toBe("kept");
});

it("files are added, renamed and removed, but never the script", async () => {
  const { workspace, written } = open({ "app.py": "a", "b.csv": "1" });
  workspace.add(new Map([["c.csv", bytesOf("2")]]));
  expect(workspace.rename("c.csv", "b.csv")).toBe(false);
  expect(workspace.rename("app.py", "x.py")).toBe(false);
  expect(workspace.rename("c.csv", "d/c.csv")).toBe(true);
  workspace.selected.set("b.csv");
  workspace.remove("b.csv");
  workspace.remove("app.py");
  expect(workspace.selected.get()).toBe("app.py");
  expect([...workspace.files.get().keys()]).toEqual(["app.py", "d/c.csv"]);
  expect(written.map(({ files, removed }) => [[...files.keys()], removed])).toEqual([
    [["c.csv"], []],
    [["d/c.csv"], ["c.csv"]],
    [[], ["b.csv"]],
  ]);
});

it("what is saved outside is taken in, unless it was changed here", () => {
  const { workspace, written } = open({ "app.py": "a", "b.csv": "1", "c.csv": "1" });
  workspace.type("app.py", "mine");
  const files = new Map([
    ["app.py", bytesOf("theirs")],
    ["b.csv", bytesOf("2")],
  ]);
  const taken = workspace.takeFromOutside({ files, removed: ["c.csv"] });
  expect([[...taken.files.keys()], taken.removed]).toEqual([["b.csv"], ["c.csv"]]);
  expect(workspace.textOf("app.py")).toBe("mine");
  expect(workspace.textOf("b.csv")).toBe("2");
  expect(workspace.replaced.get()).toBe(1);
  workspace.run();
  expect(written.map((saved) => [...saved.files.keys()])).toEqual([["app.py"]]);
  workspace.noteSaved(["app.py"], workspace.files.get());
  const [first] = files;
  expect(
    workspace.takeFromOutside({ files: new Map(first && [first]), removed: [] }).files.size,
  ).toBe(1);
});

it("what was changed at an earlier visit counts as changed here", async () => {
  const { workspace, changes } = open({ "app.py": "mine", "b.csv": "1" }, ["app.py"]);
  const files = new Map([["app.py", bytesOf("theirs")]]);
  expect(workspace.takeFromOutside({ files, removed: [] }).files.size).toBe(0);
  expect(workspace.touched).toEqual(["app.py"]);
  workspace.type("b.csv", "2");
  await workspace.settle();
  expect(changes).toEqual([["app.py", "b.csv"]]);
});

it("what is typed while it is saved stays changed, and what is saved is kept no longer", async () => {
  const { workspace, changes } = open();
  workspace.type("app.py", "one");
  const saved = workspace.files.get();
  workspace.type("app.py", "two");
  workspace.noteSaved(["app.py"], saved);
  expect(workspace.touched).toEqual(["app.py"]);
  workspace.noteSaved(["app.py"], workspace.files.get());
  expect(workspace.touched).toEqual([]);
  workspace.keepAnew();
  await workspace.settle();
  expect(changes.at(-1)).toEqual([]);
});

it("a file that is no text has none", () => {
  const { workspace } = open({ "app.py": "a", "a.png": new Uint8Array([0x89, 0, 0xff]) });
  expect(workspace.textOf("a.png")).toBeNull();
  expect(workspace.textOf("no such file")).toBeNull();
});
