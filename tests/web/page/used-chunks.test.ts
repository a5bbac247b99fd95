import { describe, expect, it } from "vitest";
import { keepChunks, readChunks } from "../../../web/src/page/used-chunks.ts";
import { memoryStorage } from "../../../web/src/storage/storage.ts";

describe("the parts of the view that an app used", () => {
  it("are kept for each app by itself, as they were at its last visit", async () => {
    const storage = memoryStorage();
    await keepChunks(storage, "gist:may/1", ["vega", "grid"]);
    await keepChunks(storage, "gist:may/1", ["vega"]);
    expect(await readChunks(storage, "gist:may/1")).toEqual(["vega"]);
    expect(await readChunks(storage, "gist:may/2")).toEqual([]);
  });

  it("are unknown when what is kept has another shape, or storage does not answer", async () => {
    const storage = memoryStorage();
    await storage.put("chunks", "gist:may/1", { vega: true });
    expect(await readChunks(storage, "gist:may/1")).toEqual([]);
    const broken = { ...storage, get: () => Promise.reject(new Error("blocked")) };
    expect(await readChunks(broken, "gist:may/1")).toEqual([]);
  });
});
