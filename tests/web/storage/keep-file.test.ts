import { describe, expect, it } from "vitest";
import { type ImageShelf, keepFile } from "../../../web/src/storage/storage.ts";

const IMAGE = "images/core-1.image";
const PROGRAM = "pyodide/core.wasm.gzipped?v=1";

function emptyShelf(): ImageShelf & { content: Map<string, Blob> } {
  const content = new Map<string, Blob>();
  return {
    content,
    place: "cache",
    list: async () => new Map(content),
    find: async (name) => content.get(name) ?? null,
    put: async (name, stream) => void content.set(name, await new Response(stream).blob()),
    drop: async (name) => void content.delete(name),
  };
}

/** A host with these files, and what it was asked for. */
function host(files: Record<string, BodyInit>) {
  const asked: string[] = [];
  const fetch = async (path: string): Promise<Response> => {
    asked.push(path);
    return path in files ? new Response(files[path]) : new Response(null, { status: 404 });
  };
  return { asked, fetch };
}

describe("a file of the site", () => {
  it("is kept as what is in it", async () => {
    const shelf = emptyShelf();
    const packed = new Blob(["the image"]).stream().pipeThrough(new CompressionStream("gzip"));
    await keepFile(shelf, IMAGE, async () => new Response(packed));
    expect(await shelf.content.get(IMAGE)?.text()).toBe("the image");
  });

  it("that a host does not have packed is kept from the plain one", async () => {
    const shelf = emptyShelf();
    const { asked, fetch } = host({ "pyodide/core.wasm?v=1": "the core" });
    await keepFile(shelf, PROGRAM, fetch);
    expect(asked).toEqual([PROGRAM, "pyodide/core.wasm?v=1"]);
    expect(await shelf.content.get(PROGRAM)?.text()).toBe("the core");
  });

  it("that the host does not have is an error with its answer", async () => {
    await expect(keepFile(emptyShelf(), IMAGE, host({}).fetch)).rejects.toThrow("404");
  });
});
