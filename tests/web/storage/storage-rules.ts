import { beforeEach, describe, expect, it } from "vitest";
import type { StoragePort } from "../../../web/src/storage/storage.ts";

/** What every storage keeps to, whatever it is made of. */
export function describeStorage(name: string, open: () => Promise<StoragePort>): void {
  describe(name, () => {
    let storage: StoragePort;
    beforeEach(async () => {
      storage = await open();
    });

    it("answers undefined for a key that was never put", async () => {
      expect(await storage.get("copies", "nothing")).toBeUndefined();
      expect(await storage.keys("copies")).toEqual([]);
    });

    it("gives back what was put, bytes and maps included", async () => {
      const value = { files: new Map([["app.py", new Uint8Array([1, 2, 255])]]), at: 12.5 };
      await storage.put("copies", "a", value);
      expect(await storage.get("copies", "a")).toEqual(value);
    });

    it("keeps the newest value of a key", async () => {
      await storage.put("copies", "a", "old");
      await storage.put("copies", "a", "new");
      expect(await storage.get("copies", "a")).toBe("new");
      expect(await storage.keys("copies")).toEqual(["a"]);
    });

    it("is not changed by what happens to a value after it was put or got", async () => {
      const bytes = new Uint8Array([1, 2, 3]);
      await storage.put("copies", "a", { bytes });
      bytes[0] = 99;
      const got = (await storage.get("copies", "a")) as { bytes: Uint8Array };
      got.bytes[1] = 99;
      expect(await storage.get("copies", "a")).toEqual({ bytes: new Uint8Array([1, 2, 3]) });
    });

    it("keeps stores apart, also when one name begins with another", async () => {
      await storage.put("copies", "a", 1);
      await storage.put("copies2", "a", 2);
      await storage.put("cop", "a", 3);
      await storage.delete("copies2", "a");
      expect(await storage.get("copies", "a")).toBe(1);
      expect(await storage.keys("copies")).toEqual(["a"]);
      expect(await storage.keys("copies2")).toEqual([]);
      expect(await storage.keys("cop")).toEqual(["a"]);
    });

    it("forgets a deleted key and does not mind a missing one", async () => {
      await storage.put("copies", "a", 1);
      await storage.delete("copies", "a");
      await storage.delete("copies", "never there");
      expect(await storage.get("copies", "a")).toBeUndefined();
    });

    it("lists keys in order, and those with a prefix alone", async () => {
      for (const key of ["gist:b/2", "gist:a/1", "link:z", "gist", "gist:\u{1F40D}", ""]) {
        await storage.put("copies", key, key);
      }
      expect(await storage.keys("copies")).toEqual([
        "",
        "gist",
        "gist:a/1",
        "gist:b/2",
        "gist:\u{1F40D}",
        "link:z",
      ]);
      expect(await storage.keys("copies", "gist:")).toEqual([
        "gist:a/1",
        "gist:b/2",
        "gist:\u{1F40D}",
      ]);
    });

    it("rejects a value that cannot be cloned and keeps the old one", async () => {
      await storage.put("copies", "a", "old");
      await expect(storage.put("copies", "a", () => 1)).rejects.toThrow();
      expect(await storage.get("copies", "a")).toBe("old");
    });

    it("serves many calls at once", async () => {
      const numbers = Array.from({ length: 50 }, (_, index) => index);
      await Promise.all(numbers.map((number) => storage.put("many", `k${number}`, number)));
      const got = await Promise.all(numbers.map((number) => storage.get("many", `k${number}`)));
      expect(got).toEqual(numbers);
    });
  });
}
