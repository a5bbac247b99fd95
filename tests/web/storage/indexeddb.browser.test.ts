import { deleteDB } from "idb";
import { expect, it } from "vitest";
import { openIndexedDb } from "../../../web/src/storage/storage.ts";
import { describeStorage } from "./storage-rules.ts";

let count = 0;

function freshName(): string {
  count += 1;
  return `tabstream-test-${count}`;
}

async function openFresh() {
  const name = freshName();
  await deleteDB(name);
  return openIndexedDb(name);
}

describeStorage("IndexedDB", openFresh);

it("what one page stored is there for the next", async () => {
  const name = freshName();
  await deleteDB(name);
  const first = await openIndexedDb(name);
  await first.put("copies", "a", "kept");
  const second = await openIndexedDb(name);
  expect(await second.get("copies", "a")).toBe("kept");
  expect(await second.lasts()).toBe(true);
});

it("a file handle survives being stored", async () => {
  const storage = await openFresh();
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle("kept.py", { create: true });
  await storage.put("handles", "kept.py", handle);
  const got = (await storage.get("handles", "kept.py")) as FileSystemFileHandle;
  expect(await got.isSameEntry(handle)).toBe(true);
});

it("gives way when the database is deleted elsewhere, and connects again", async () => {
  const name = freshName();
  const storage = await openIndexedDb(name);
  await storage.put("copies", "a", 1);
  await deleteDB(name);
  expect(await storage.get("copies", "a")).toBeUndefined();
  await storage.put("copies", "a", 2);
  expect(await storage.get("copies", "a")).toBe(2);
});
