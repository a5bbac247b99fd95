import { describe, expect, it } from "vitest";
import { keepPicture, readPicture } from "../../../web/src/page/kept-pictures.ts";
import type { Picture } from "../../../web/src/protocol/picture.ts";
import { memoryStorage } from "../../../web/src/storage/storage.ts";

function picture(of: string): Picture {
  return { of, roots: [], layout: "centered", sidebar: "auto", options: {} };
}

describe("an app's picture", () => {
  it("is kept for each app by itself, until there is a newer one or none", async () => {
    const storage = memoryStorage();
    await keepPicture(storage, "gist:may/1", picture("first"), 1);
    await keepPicture(storage, "gist:may/1", picture("second"), 2);
    expect(await readPicture(storage, "gist:may/1")).toEqual(picture("second"));
    expect(await readPicture(storage, "gist:may/2")).toBeNull();
    await keepPicture(storage, "gist:may/1", null, 3);
    expect(await readPicture(storage, "gist:may/1")).toBeNull();
  });

  it("makes room for those of apps that were visited later", async () => {
    const storage = memoryStorage();
    for (let app = 0; app < 22; app++) await keepPicture(storage, `app ${app}`, picture("x"), app);
    expect(await storage.keys("pictures")).toHaveLength(20);
    expect(await readPicture(storage, "app 1")).toBeNull();
    expect(await readPicture(storage, "app 2")).not.toBeNull();
  });

  it("is none when what is kept has another shape, or storage does not answer", async () => {
    const storage = memoryStorage();
    await storage.put("pictures", "gist:may/1", { of: 1 });
    expect(await readPicture(storage, "gist:may/1")).toBeNull();
    const fail = () => Promise.reject(new Error("blocked"));
    const broken = { ...storage, get: fail, put: fail, delete: fail };
    expect(await readPicture(broken, "gist:may/1")).toBeNull();
    await keepPicture(broken, "gist:may/1", picture("first"), 1);
    await keepPicture(broken, "gist:may/1", null, 1);
  });
});
