import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openSource, type PickedFile, type SourceSpec } from "../../../web/src/sources/sources.ts";
import { HELLO, makeWorld, PNG, textOf } from "./world.ts";

const AT = "https://h.example/demo.zip";

const zipOf = (files: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === "string" ? strToU8(content) : content,
      ]),
    ) as Zippable,
  );

/** A thousand bytes, whose number in a zip can be found. */
const SMALL = new Uint8Array(1_000);

/** The zip with another size told for each small file. */
function saying(zip: Uint8Array, size: number): Uint8Array {
  const sizes = new DataView(zip.buffer);
  for (let at = 0; at < zip.length - 4; at += 1) {
    if (sizes.getUint32(at, true) === SMALL.length) sizes.setUint32(at, size, true);
  }
  return zip;
}

const open = (zip: Uint8Array, address = AT) =>
  openSource({ kind: "address", address }, makeWorld({ [AT]: zip }).env);

describe("a zip at an address", () => {
  it("is the app's folder, without the one that holds all", async () => {
    const zip = zipOf({
      "demo-main/app.py": HELLO,
      "demo-main/data/a.csv": "a,b",
      "demo-main/logo.png": PNG,
    });
    const { entry, files, isTrusted, origin } = await open(zip);
    expect(entry).toBe("app.py");
    expect([...files.keys()].sort()).toEqual(["app.py", "data/a.csv", "logo.png"]);
    expect(files.get("logo.png")).toEqual(PNG);
    expect(isTrusted).toBe(false);
    expect(origin).toMatchObject({ kind: "link", host: "h.example" });
  });

  it("keeps its folders where there are several, and runs the script that the anchor names", async () => {
    const zip = zipOf({ "app.py": HELLO, "more/other.py": "import streamlit" });
    expect(await open(zip, `${AT}#more/other.py`)).toMatchObject({ entry: "more/other.py" });
    expect(await open(zip)).toMatchObject({ entry: "app.py" });
    await expect(open(zip, `${AT}#none.py`)).rejects.toMatchObject({ kind: "missing" });
  });

  it("leaves what tools made where it is, and what leads out of the folder", async () => {
    const zip = zipOf({
      "app.py": HELLO,
      "__MACOSX/._app.py": "x",
      "__pycache__/app.cpython-314.pyc": "x",
      "../outside.py": "x",
      "a/../../outside.py": "x",
      "/absolute.py": "x",
      "empty/": "",
    });
    expect([...(await open(zip)).files.keys()]).toEqual(["app.py"]);
  });

  it("is known by what is in it, whatever its address says", async () => {
    const zip = zipOf({ "app.py": HELLO });
    const address = "https://h.example/download?id=3";
    const { files } = await openSource(
      { kind: "address", address },
      makeWorld({ [address]: zip }).env,
    );
    expect(textOf(files, "app.py")).toBe(HELLO);
  });

  it("that is cut, or has no script, says so", async () => {
    const zip = zipOf({ "app.py": HELLO });
    await expect(open(zip.slice(0, 60))).rejects.toMatchObject({ kind: "binary", asked: AT });
    await expect(open(zipOf({ "a.txt": "a" }))).rejects.toMatchObject({
      kind: "no-python",
      why: "No Python file is in it, only a.txt.",
    });
  });

  it("unpacks no more than an app may have", async () => {
    const names = ["1.bin", "2.bin", "3.bin", "4.bin", "5.bin"];
    const zip = zipOf({ "app.py": HELLO, ...Object.fromEntries(names.map((n) => [n, SMALL])) });
    await expect(open(saying(zip, 45_000_000))).rejects.toMatchObject({
      kind: "too-large",
      why: "It unpacks to 226 MB; 200 MB is the most that is opened here.",
    });
  });

  it("leaves out a file that is too large, and says so", async () => {
    const zip = saying(zipOf({ "app.py": HELLO, "big.bin": SMALL }), 60_000_000);
    const { files, notices } = await open(zip);
    expect([...files.keys()]).toEqual(["app.py"]);
    expect(notices).toEqual(["big.bin is left out, for it has 60 MB."]);
  });

  it("that says it has less than it has gets no more than it said", async () => {
    const zip = saying(zipOf({ "app.py": HELLO, "big.bin": SMALL }), 10);
    const opened = await open(zip).catch(() => null);
    expect(opened?.files.get("big.bin")?.length ?? 0).toBeLessThanOrEqual(10);
  });
});

describe("a zip from the disk", () => {
  const picked = (zip: Uint8Array): SourceSpec => ({
    kind: "picked",
    files: [
      {
        name: "demo.zip",
        size: zip.length,
        lastModified: 1_000,
        arrayBuffer: async () => zip.slice().buffer as ArrayBuffer,
      } satisfies PickedFile,
    ],
  });

  it("opens as a folder does", async () => {
    const spec = picked(zipOf({ "demo/app.py": HELLO, "demo/a.csv": "a" }));
    const project = await openSource(spec, makeWorld().env);
    expect(project).toMatchObject({ entry: "app.py", isTrusted: true });
    expect([...project.files.keys()].sort()).toEqual(["a.csv", "app.py"]);
  });

  it("that is none says so", async () => {
    const spec = picked(strToU8("no zip"));
    await expect(openSource(spec, makeWorld().env)).rejects.toMatchObject({ kind: "binary" });
  });
});
