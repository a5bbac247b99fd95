import { describe, expect, it } from "vitest";
import { keepResolved, readResolved } from "../../../web/src/page/resolved-packages.ts";
import { memoryStorage } from "../../../web/src/storage/storage.ts";

const RESOLVED = { asked: "shapes", lock: ["numpy"], wheels: ["https://files.example/shapes.whl"] };

describe("what requirements came to", () => {
  it("is kept for each app by itself", async () => {
    const storage = memoryStorage();
    await keepResolved(storage, "gist:may/1", RESOLVED);
    expect(await readResolved(storage, "gist:may/1")).toEqual(RESOLVED);
    expect(await readResolved(storage, "gist:may/2")).toBeNull();
  });

  it("is nothing when what is kept has another shape, or storage does not answer", async () => {
    const storage = memoryStorage();
    await storage.put("packages", "gist:may/1", { asked: 1 });
    expect(await readResolved(storage, "gist:may/1")).toBeNull();
    const broken = { ...storage, get: () => Promise.reject(new Error("blocked")) };
    expect(await readResolved(broken, "gist:may/1")).toBeNull();
  });
});
