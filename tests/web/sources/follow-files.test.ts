import { describe, expect, it } from "vitest";
import { followFiles } from "../../../web/src/sources/follow-files.ts";
import { type Listed, type Listing, listedFile } from "../../../web/src/sources/listing.ts";
import type { ProjectChange } from "../../../web/src/sources/sources.ts";
import { wakeEverySecond } from "../../../web/src/sources/wake.ts";
import { bytesOf, makeWorld, textOf } from "./world.ts";

/** A folder on a disk, watched once a second. */
function watchedFolder(initial: Record<string, string>, patience = 3) {
  const world = makeWorld();
  const texts = new Map(Object.entries(initial));
  const times = new Map([...texts.keys()].map((path) => [path, 0]));
  let trouble: Error | undefined;
  let looks = 0;

  const list = async (): Promise<Listing> => {
    looks += 1;
    if (trouble) throw trouble;
    const listed = [...texts].map(([path, text]): [string, Listed] => {
      const file = new File([text], path, { lastModified: times.get(path) ?? 0 });
      return [path, listedFile(file)];
    });
    return new Map(listed);
  };
  const changes: ProjectChange[] = [];
  const stop = followFiles(
    {
      entry: "app.py",
      files: new Map([...texts].map(([path, text]) => [path, bytesOf(text)])),
      stamps: new Map([...texts].map(([path, text]) => [path, `0:${bytesOf(text).length}`])),
      list,
      wake: wakeEverySecond(world.env),
      patience,
    },
    world.env,
    (change) => changes.push(change),
  );
  return {
    world,
    changes,
    stop,
    looks: () => looks,
    write: (path: string, text: string, at_ms = world.env.now()) => {
      texts.set(path, text);
      times.set(path, at_ms);
    },
    remove: (path: string) => texts.delete(path),
    break: (error: Error | undefined) => {
      trouble = error;
    },
  };
}

it("a save is seen within a second", async () => {
  const { write, world, changes } = watchedFolder({ "app.py": "x = 1", "b.py": "" });
  await world.pass(5_000);
  expect(changes).toEqual([]);
  write("app.py", "x = 2");
  await world.pass(1_000);
  expect(changes).toEqual([
    { type: "saved", files: new Map([["app.py", bytesOf("x = 2")]]), removed: [] },
  ]);
});

it("two saves within one tick of the disk's clock are both seen", async () => {
  const { write, world, changes } = watchedFolder({ "app.py": "x = 1" });
  const at_ms = world.env.now() + 900;
  write("app.py", "x = 2", at_ms);
  await world.pass(1_000);
  write("app.py", "x = 3", at_ms);
  await world.pass(1_000);
  expect(changes).toHaveLength(2);
});

it("a file that was touched but not changed is no news", async () => {
  const { write, world, changes } = watchedFolder({ "app.py": "x = 1" });
  write("app.py", "x = 1");
  await world.pass(3_000);
  expect(changes).toEqual([]);
});

it("a save that is caught halfway is told once, with what was meant", async () => {
  const { write, world, changes } = watchedFolder({ "app.py": "x = 1" });
  write("app.py", "");
  await world.pass(1_000);
  write("app.py", "x = 2");
  await world.pass(2_000);
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({ files: new Map([["app.py", bytesOf("x = 2")]]) });
});

it("a new file is told when there is something in it, or when it stays empty", async () => {
  const { write, world, changes } = watchedFolder({ "app.py": "x = 1" });
  write("new.py", "");
  await world.pass(1_000);
  write("new.py", "y = 1");
  write("lib/__init__.py", "");
  await world.pass(2_000);
  const told = changes.flatMap((change) => (change.type === "saved" ? [...change.files] : []));
  expect(told).toEqual([
    ["new.py", bytesOf("y = 1")],
    ["lib/__init__.py", bytesOf("")],
  ]);
});

it("a file that stays empty is believed", async () => {
  const { write, world, changes } = watchedFolder({ "app.py": "x = 1" });
  write("app.py", "");
  await world.pass(2_000);
  expect(changes).toMatchObject([{ type: "saved", files: new Map([["app.py", bytesOf("")]]) }]);
});

it("a file that was renamed away and back is no news, one that stays away is", async () => {
  const { write, remove, world, changes } = watchedFolder({ "app.py": "", "a.csv": "1" });
  remove("a.csv");
  await world.pass(1_000);
  write("a.csv", "1", 0);
  await world.pass(2_000);
  expect(changes).toEqual([]);
  remove("a.csv");
  await world.pass(2_000);
  expect(changes).toEqual([{ type: "saved", files: new Map(), removed: ["a.csv"] }]);
  write("a.csv", "2");
  await world.pass(1_000);
  expect(changes).toHaveLength(2);
});

it("what is looked at while the page is hidden is nothing, and everything on return", async () => {
  const { write, world, changes, looks } = watchedFolder({ "app.py": "x = 1" });
  world.leave();
  write("app.py", "x = 2");
  await world.pass(60_000);
  expect(looks()).toBe(0);
  await world.comeBack();
  expect(changes).toHaveLength(1);
});

describe("files that cannot be read", () => {
  const gone = new DOMException("A requested file could not be found.", "NotFoundError");

  it("for a moment only are no loss", async () => {
    const { world, changes, break: breakDisk } = watchedFolder({ "app.py": "x = 1" });
    breakDisk(gone);
    await world.pass(1_250);
    breakDisk(undefined);
    await world.pass(2_000);
    expect(changes).toEqual([]);
  });

  it("for longer are lost, which is told once; when they are back that is told too", async () => {
    const { write, world, changes, break: breakDisk } = watchedFolder({ "app.py": "x = 1" });
    breakDisk(gone);
    await world.pass(10_000);
    expect(changes).toMatchObject([{ type: "lost", error: { kind: "lost", asked: "app.py" } }]);
    breakDisk(undefined);
    write("app.py", "x = 2");
    await world.pass(1_000);
    expect(changes).toHaveLength(2);
    expect(changes[1]).toMatchObject({ type: "saved" });
  });

  it("because a permission ended say so", async () => {
    const { world, changes, break: breakDisk } = watchedFolder({ "app.py": "x = 1" });
    breakDisk(new DOMException("Not allowed.", "NotAllowedError"));
    await world.pass(10_000);
    expect(changes).toMatchObject([
      { error: { why: "The permission to read it was not given, or has ended." } },
    ]);
  });

  it("are lost as well when the script itself is not among them any more", async () => {
    const { remove, write, world, changes } = watchedFolder({ "app.py": "x = 1", "b.py": "y" });
    remove("app.py");
    await world.pass(10_000);
    expect(changes).toMatchObject([{ type: "lost", error: { kind: "lost", asked: "app.py" } }]);
    write("app.py", "x = 2");
    write("b.py", "z");
    await world.pass(1_000);
    const saved = changes[1];
    if (saved?.type !== "saved") throw new Error("They were not found again.");
    expect(textOf(saved.files, "app.py")).toBe("x = 2");
    expect(textOf(saved.files, "b.py")).toBe("z");
  });
});

it("nothing is looked at after stopping", async () => {
  const { stop, world, looks } = watchedFolder({ "app.py": "x = 1" });
  await world.pass(1_000);
  stop();
  await world.pass(60_000);
  await world.comeBack();
  expect(looks()).toBe(1);
});
