import { expect, it } from "vitest";
import {
  dropDraft,
  hasDraft,
  keepDraft,
  listDrafts,
  openSource,
  type Project,
  withDraft,
} from "../../../web/src/sources/sources.ts";
import { bytesOf, makeWorld, textOf } from "./world.ts";

function project(files: Record<string, string>, more: Partial<Project> = {}): Project {
  return {
    entry: "app.py",
    files: new Map(Object.entries(files).map(([path, text]) => [path, bytesOf(text)])),
    identity: "gist:0123",
    origin: { kind: "gist", host: "gist.github.com" },
    isTrusted: false,
    args: [],
    notices: [],
    ...more,
  };
}

it("a new app begins with a few lines, and is there again as it was left", async () => {
  const { env } = makeWorld();
  const spec = { kind: "draft", id: "new:a1b2" } as const;
  const first = await openSource(spec, env);
  expect(textOf(first.files, "app.py")).toContain("import streamlit as st");
  expect(first).toMatchObject({ isTrusted: true, origin: { kind: "draft" } });
  const files = new Map([["app.py", bytesOf("mine")]]);
  await keepDraft(env.storage, { ...first, files, changed: ["app.py"] }, 1);
  expect(textOf((await openSource(spec, env)).files, "app.py")).toBe("mine");
});

it("changes to somebody else's app are shown in its place, and it stays somebody else's", async () => {
  const { env } = makeWorld();
  const theirs = project({ "app.py": "theirs" });
  expect(await withDraft(theirs, env.storage)).toBe(theirs);
  expect(await hasDraft(env.storage, theirs)).toBe(false);
  const changed = ["app.py", "gone.py"];
  await keepDraft(env.storage, { ...project({ "app.py": "mine", "b.py": "old" }), changed }, 1);
  expect(await hasDraft(env.storage, theirs)).toBe(true);
  const newer = project({ "app.py": "theirs", "b.py": "newer", "gone.py": "" });
  const mine = await withDraft(newer, env.storage);
  expect(textOf(mine.files, "app.py")).toBe("mine");
  // What was not touched here is as its place has it now.
  expect(textOf(mine.files, "b.py")).toBe("newer");
  expect(mine.files.has("gone.py")).toBe(false);
  expect(mine).toMatchObject({ isTrusted: false, changed, origin: theirs.origin });
  const opened = await openSource({ kind: "draft", id: "gist:0123" }, env);
  expect(opened).toMatchObject({ isTrusted: false, identity: "gist:0123" });
  await dropDraft(env.storage, "gist:0123");
  expect(await withDraft(theirs, env.storage)).toBe(theirs);
});

it("a link to a draft that is not here says so, and makes nobody's script trusted", async () => {
  const { env } = makeWorld();
  for (const id of ["gist:0123", "", "new:../x"]) {
    await expect(openSource({ kind: "draft", id }, env)).rejects.toMatchObject({ kind: "missing" });
  }
});

it("a draft of which everything is saved at its place is none any more", async () => {
  const { env } = makeWorld();
  await keepDraft(env.storage, { ...project({ "app.py": "a" }), changed: ["app.py"] }, 1);
  await keepDraft(env.storage, { ...project({ "app.py": "a" }), changed: [] }, 2);
  expect(await listDrafts(env.storage)).toEqual([]);
});

it("drafts are listed with the newest first", async () => {
  const { env } = makeWorld();
  const changed = ["app.py"];
  await keepDraft(env.storage, { ...project({ "app.py": "a" }), changed }, 1);
  await keepDraft(env.storage, { ...project({}, { identity: "new:b" }), changed }, 2);
  const ids = async () => (await listDrafts(env.storage)).map(({ id }) => id);
  expect(await ids()).toEqual(["new:b", "gist:0123"]);
  await dropDraft(env.storage, "new:b");
  expect(await ids()).toEqual(["gist:0123"]);
});
