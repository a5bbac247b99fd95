import { describe, expect, it } from "vitest";
import {
  openSource,
  type PickedFile,
  type ProjectChange,
} from "../../../web/src/sources/sources.ts";
import { bytesOf, HELLO, makeWorld, NOTEBOOK, PNG } from "./world.ts";

/** A file of `<input type="file">` whose content may change, or become unreadable, on the disk. */
function pickedFile(path: string, content: string | Uint8Array) {
  let current: string | Uint8Array | Error = content;
  const size = typeof content === "string" ? bytesOf(content).length : content.length;
  const file: PickedFile = {
    name: path.split("/").pop() as string,
    size,
    lastModified: 0,
    webkitRelativePath: path.includes("/") ? path : "",
    async arrayBuffer() {
      if (current instanceof Error) throw current;
      return new Uint8Array(typeof current === "string" ? bytesOf(current) : current).buffer;
    },
  };
  return {
    file,
    becomes(next: string | Error) {
      current = next;
    },
  };
}

const open = (files: PickedFile[], world = makeWorld()) =>
  openSource({ kind: "picked", files }, world.env);

it("one file is the script, whatever its name", async () => {
  const project = await open([pickedFile("my demo.py", HELLO).file]);
  expect(project).toMatchObject({
    entry: "my demo.py",
    origin: { kind: "file" },
    isTrusted: true,
  });
});

it("a folder is known without its own name, and without what tools left in it", async () => {
  const paths = [
    "demo/helper.py",
    "demo/app.py",
    "demo/data/a.csv",
    "demo/.streamlit/config.toml",
    "demo/.git/config",
    "demo/venv/x.py",
    "demo/__pycache__/app.cpython-314.pyc",
    "demo/.DS_Store",
  ];
  const project = await open(paths.map((path) => pickedFile(path, "").file));
  expect(project).toMatchObject({ entry: "app.py" });
  expect(project.identity).toMatch(/^picked:[\w-]{43}$/);
  expect([...project.files.keys()].sort()).toEqual([
    ".streamlit/config.toml",
    "app.py",
    "data/a.csv",
    "helper.py",
  ]);
});

it("in a folder the topmost app is chosen", async () => {
  const files = [
    pickedFile("demo/src/app.py", HELLO).file,
    pickedFile("demo/setup.py", "import setuptools").file,
    pickedFile("demo/src/lib/app.py", HELLO).file,
  ];
  expect(await open(files)).toMatchObject({ entry: "src/app.py" });
});

describe("what is no script says what it is", () => {
  it.each<[string, string, string | Uint8Array]>([
    ["notebook", "a.ipynb", NOTEBOOK],
    ["no-python", "a.csv", "a,b"],
    ["binary", "app.py", PNG],
    ["page", "app.py", "<html></html>"],
  ])("%s: %s", async (kind, name, content) => {
    await expect(open([pickedFile(name, content).file])).rejects.toMatchObject({ kind });
  });

  it("a folder without a script, an empty one, and one that is too large", async () => {
    const readme = pickedFile("demo/README.md", "").file;
    await expect(open([readme])).rejects.toMatchObject({ kind: "no-python", asked: "demo" });
    await expect(open([])).rejects.toMatchObject({ kind: "no-python" });
    const many = Array.from({ length: 2_001 }, (_, index) => pickedFile(`d/${index}.py`, "").file);
    await expect(open(many)).rejects.toMatchObject({ kind: "too-large", asked: "d" });
    const large = ["a", "b", "c", "d", "e"].map((name) => {
      return { ...pickedFile(`d/${name}.py`, "").file, size: 45_000_000 };
    });
    await expect(open(large)).rejects.toMatchObject({ why: expect.stringContaining("225 MB") });
  });

  it("a file that is already gone", async () => {
    const { file, becomes } = pickedFile("app.py", HELLO);
    becomes(new DOMException("It could not be read.", "NotReadableError"));
    await expect(open([file])).rejects.toMatchObject({ kind: "lost", remedy: "Pick it again." });
  });
});

it("one large file is left out with a notice", async () => {
  const large = { ...pickedFile("demo/movie.mp4", "").file, size: 60_000_000 };
  const { files, notices } = await open([pickedFile("demo/app.py", HELLO).file, large]);
  expect([...files.keys()]).toEqual(["app.py"]);
  expect(notices).toEqual(["movie.mp4 is left out, for it has 60 MB."]);
});

describe("on the person's return the files are read again", () => {
  it("and what the browser can still read is taken", async () => {
    const world = makeWorld();
    const { file, becomes } = pickedFile("app.py", HELLO);
    const changes: ProjectChange[] = [];
    (await open([file], world)).watch?.((change) => changes.push(change));
    await world.comeBack();
    expect(changes).toEqual([]);
    becomes("x = 2");
    await world.comeBack();
    expect(changes).toMatchObject([{ type: "saved" }]);
  });

  it("and what it cannot has to be picked again", async () => {
    const world = makeWorld();
    const { file, becomes } = pickedFile("app.py", HELLO);
    const changes: ProjectChange[] = [];
    (await open([file], world)).watch?.((change) => changes.push(change));
    becomes(new DOMException("It could not be read.", "NotReadableError"));
    await world.comeBack();
    await world.comeBack();
    expect(changes).toMatchObject([
      { type: "lost", error: { asked: "app.py", remedy: "Pick it again." } },
    ]);
  });
});

it("the same content is the same app, and another content another one", async () => {
  const identity = async (text: string) => {
    return (await open([pickedFile("app.py", text).file])).identity;
  };
  expect(await identity("import streamlit")).toBe(await identity("import streamlit"));
  expect(await identity("import streamlit as st")).not.toBe(await identity("import streamlit"));
});
