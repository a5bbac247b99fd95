import { expect, it } from "vitest";
import { memoryStorage, openStorage } from "../../../web/src/storage/storage.ts";
import { describeStorage } from "./storage-rules.ts";

describeStorage("memory", async () => memoryStorage());

it("an app still gets a storage where the browser has no IndexedDB", async () => {
  expect("indexedDB" in globalThis).toBe(false);
  const storage = await openStorage("anything");
  await storage.put("settings", "theme", "dark");
  expect(await storage.get("settings", "theme")).toBe("dark");
  expect(await storage.lasts()).toBe(false);
});
