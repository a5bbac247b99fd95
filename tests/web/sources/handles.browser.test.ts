import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  forgetHandle,
  listKeptHandles,
  openSource,
  type ProjectChange,
  reopenHandle,
  type SourceEnv,
  type Stop,
  sourceEnvOf,
} from "../../../web/src/sources/sources.ts";
import { openIndexedDb } from "../../../web/src/storage/storage.ts";

const HELLO = "import streamlit as st\nst.slider('x')\n";

let root: FileSystemDirectoryHandle;
let env: SourceEnv;
let stops: Stop[];
let count = 0;

beforeEach(async () => {
  count += 1;
  root = await (await navigator.storage.getDirectory()).getDirectoryHandle(`test-${count}`, {
    create: true,
  });
  const storage = await openIndexedDb(`tabstream-handles-${count}`);
  env = sourceEnvOf(window, new URL("./", location.href).href, storage);
  stops = [];
});

afterEach(async () => {
  for (const stop of stops) stop();
  await (await navigator.storage.getDirectory()).removeEntry(root.name, { recursive: true });
});

async function save(path: string, text: string): Promise<FileSystemFileHandle> {
  const parts = path.split("/");
  const name = parts.pop() as string;
  let folder = root;
  for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
  const handle = await folder.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  await writable.write(text);
  await writable.close();
  return handle;
}

const textIn = (files: ReadonlyMap<string, Uint8Array>, path: string) =>
  new TextDecoder().decode(files.get(path));

/** The texts of all saved files, in the order in which they were told. */
function watch(project: Awaited<ReturnType<typeof openSource>>) {
  const saved: [string, string][] = [];
  const changes: ProjectChange[] = [];
  const stop = project.watch?.((change) => {
    changes.push(change);
    if (change.type !== "saved") return;
    for (const path of change.files.keys()) saved.push([path, textIn(change.files, path)]);
  });
  if (stop) stops.push(stop);
  return { saved, changes };
}

it("this browser has an observer, so both ways are tested", () => {
  expect(env.FileSystemObserver).toBeDefined();
});

const observers = [
  ["the browser's observer", (given: SourceEnv) => given],
  ["a look each second", ({ FileSystemObserver: _, ...given }: SourceEnv): SourceEnv => given],
] as const;

describe.each(observers)("saving is seen by %s", (_name, withEnv) => {
  it("in a picked file", async () => {
    const handle = await save("app.py", HELLO);
    const project = await openSource({ kind: "file", handle }, withEnv(env));
    expect(project).toMatchObject({ entry: "app.py", origin: { kind: "file" }, isTrusted: true });
    expect(textIn(project.files, "app.py")).toBe(HELLO);

    const { saved } = watch(project);
    await save("app.py", `${HELLO}# two`);
    await expect.poll(() => saved, { timeout: 4_000 }).toEqual([["app.py", `${HELLO}# two`]]);
    await save("app.py", `${HELLO}# six`);
    await expect.poll(() => saved.length, { timeout: 4_000 }).toBe(2);
  });

  it("in a picked folder, new and removed files included", async () => {
    await save("app.py", HELLO);
    await save("data/a.csv", "a,b");
    const project = await openSource({ kind: "folder", handle: root }, withEnv(env));
    expect([...project.files.keys()]).toEqual(["app.py", "data/a.csv"]);

    const { saved, changes } = watch(project);
    await save("data/a.csv", "a,b\n1,2");
    await expect.poll(() => saved, { timeout: 4_000 }).toEqual([["data/a.csv", "a,b\n1,2"]]);
    await save("lib/new.py", "x = 1");
    await expect.poll(() => saved[1], { timeout: 4_000 }).toEqual(["lib/new.py", "x = 1"]);
    await (await root.getDirectoryHandle("data")).removeEntry("a.csv");
    const removed = () =>
      changes.flatMap((change) => (change.type === "saved" ? change.removed : []));
    await expect.poll(removed, { timeout: 4_000 }).toEqual(["data/a.csv"]);
  });

  it("and a file that is deleted is lost, until it is there again", async () => {
    const handle = await save("app.py", HELLO);
    const { changes } = watch(await openSource({ kind: "file", handle }, withEnv(env)));
    await root.removeEntry("app.py");
    await expect.poll(() => changes.at(-1)?.type, { timeout: 6_000 }).toBe("lost");
    await save("app.py", "x = 1");
    await expect.poll(() => changes.at(-1)?.type, { timeout: 6_000 }).toBe("saved");
  });
});

it("an observer that fails gives way to looking each second", async () => {
  class BrokenObserver {
    observe(): Promise<void> {
      return Promise.reject(new DOMException("No.", "NotSupportedError"));
    }
    disconnect(): void {}
  }
  const handle = await save("app.py", HELLO);
  const broken = { ...env, FileSystemObserver: BrokenObserver };
  const { saved } = watch(await openSource({ kind: "file", handle }, broken));
  await save("app.py", "x = 1");
  await expect.poll(() => saved, { timeout: 4_000 }).toEqual([["app.py", "x = 1"]]);
});

it("a folder is read without what tools left in it", async () => {
  await save("app.py", HELLO);
  for (const path of [
    ".git/HEAD",
    ".streamlit/secrets.toml",
    "__pycache__/app.pyc",
    "env3/pyvenv.cfg",
    "env3/lib/x.py",
    "node_modules/x/index.js",
  ]) {
    await save(path, "x");
  }
  const { files } = await openSource({ kind: "folder", handle: root }, env);
  expect([...files.keys()]).toEqual([".streamlit/secrets.toml", "app.py"]);
});

it("a named script in a folder is the one that runs", async () => {
  await save("app.py", HELLO);
  await save("other.py", HELLO);
  const open = (entry: string) => openSource({ kind: "folder", handle: root, entry }, env);
  expect((await open("other.py")).entry).toBe("other.py");
  await expect(open("gone.py")).rejects.toMatchObject({ kind: "missing" });
});

describe("what was open before is offered again", () => {
  it("the newest first, as the same app, and until it is forgotten", async () => {
    const file = await save("app.py", HELLO);
    const first = await openSource({ kind: "file", handle: file }, env);
    const folder = await openSource({ kind: "folder", handle: root, entry: "app.py" }, env);
    expect(first.identity).toMatch(/^file:app\.py \w+$/);
    expect(folder.identity).toContain(`folder:${root.name} `);

    // As after F5: the same storage, and nothing else of the old page.
    const kept = await listKeptHandles(env);
    expect(kept.map(({ name }) => name)).toEqual([root.name, "app.py"]);
    const [keptFolder, keptFile] = kept;
    if (!keptFolder || !keptFile) throw new Error("They were not kept.");
    const again = await openSource(await reopenHandle(keptFile), env);
    expect(again.identity).toBe(first.identity);
    expect(textIn(again.files, "app.py")).toBe(HELLO);
    expect(await reopenHandle(keptFolder)).toMatchObject({ kind: "folder", entry: "app.py" });

    await forgetHandle(keptFile.id, env);
    expect((await listKeptHandles(env)).map(({ name }) => name)).toEqual([root.name]);
  });

  it("another file of the same name is another app", async () => {
    const one = await save("a/app.py", HELLO);
    const other = await save("b/app.py", HELLO);
    const identities = [];
    for (const handle of [one, other, one]) {
      identities.push((await openSource({ kind: "file", handle }, env)).identity);
    }
    const [first, second, again] = identities;
    expect(second).not.toBe(first);
    expect(again).toBe(first);
  });

  it("a name that was forgotten is not given to another file", async () => {
    const open = async (path: string): Promise<string> => {
      const handle = await save(path, HELLO);
      return (await openSource({ kind: "file", handle }, env)).identity;
    };
    const first = await open("a/app.py");
    for (const { id } of await listKeptHandles(env)) await forgetHandle(id, env);
    const began = env.now();
    await expect.poll(() => env.now()).toBeGreaterThan(began);
    expect(await open("b/app.py")).not.toBe(first);
  });

  it("what could not be opened is not offered", async () => {
    const handle = await save("app.py", "<html></html>");
    await expect(openSource({ kind: "file", handle }, env)).rejects.toMatchObject({ kind: "page" });
    expect(await listKeptHandles(env)).toEqual([]);
  });

  it("a refused permission says so", async () => {
    const handle = await save("app.py", HELLO);
    vi.spyOn(handle, "queryPermission").mockResolvedValue("prompt");
    vi.spyOn(handle, "requestPermission").mockResolvedValue("denied");
    await expect(reopenHandle({ id: "a", name: "app.py", handle, at: 0 })).rejects.toMatchObject({
      kind: "lost",
      remedy: "Pick it again and allow reading.",
    });
  });
});
