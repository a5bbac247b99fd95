import { describe, expect, it } from "vitest";
import { isElsewhere } from "../../../web/src/sources/elsewhere.ts";
import { SourceError } from "../../../web/src/sources/errors.ts";
import { locate } from "../../../web/src/sources/locate.ts";
import type { SourceSpec } from "../../../web/src/sources/sources.ts";
import { SITE } from "./world.ts";

const ID = "0123456789abcdef0123456789abcdef";
const REVISION = "0123456789abcdef0123456789abcdef01234567";

describe("a gist is known in every form of its address", () => {
  const gist = { kind: "gist", user: "ann", id: ID };
  it.each([
    [`https://gist.github.com/ann/${ID}`, gist],
    [`  gist.github.com/ann/${ID}/ `, gist],
    [`http://gist.github.com/ann/${ID}`, gist],
    [`https://gist.github.com/${ID}`, { kind: "gist", id: ID }],
    [`https://gist.github.com/123456`, { kind: "gist", id: "123456" }],
    [`https://gist.github.com/ann/${ID}/${REVISION}`, { ...gist, revision: REVISION }],
    [`https://gist.github.com/${ID}/${REVISION}`, { kind: "gist", id: ID, revision: REVISION }],
    [`https://gist.github.com/ann/${ID}#file-my-app-py`, { ...gist, anchor: "file-my-app-py" }],
    [
      `https://gist.github.com/ann/${ID}#file-my-app-py-L3-L7`,
      { ...gist, anchor: "file-my-app-py" },
    ],
    [`https://gist.github.com/ann/${ID}#comments`, gist],
    [`https://gist.github.com/ann/${ID}?permalink_comment_id=1#gistcomment-1`, gist],
    [`https://gist.github.com/ann/${ID}/revisions`, gist],
    [`https://gist.github.com/ann/${ID}.js?file=my_app.py`, { ...gist, file: "my_app.py" }],
    [`https://gist.github.com/ann/${ID}.git`, gist],
    [`https://gist.github.com/${ID}.git`, { kind: "gist", id: ID }],
    [`https://gist.github.com/ann/${ID}/raw`, gist],
    [
      `https://gist.github.com/ann/${ID}/raw/${REVISION}/a%20b.py`,
      { ...gist, revision: REVISION, file: "a b.py" },
    ],
    [`https://gist.githubusercontent.com/ann/${ID}/raw`, gist],
    [`https://gist.githubusercontent.com/ann/${ID}/raw/app.py`, { ...gist, file: "app.py" }],
    [
      `https://gist.githubusercontent.com/ann/${ID}/raw/${REVISION}`,
      { ...gist, revision: REVISION },
    ],
    [
      `https://gist.githubusercontent.com/ann/${ID}/raw/${REVISION}/app.py`,
      { ...gist, revision: REVISION, file: "app.py" },
    ],
    [`https://api.github.com/gists/${ID}`, { kind: "gist", id: ID }],
  ])("%s", (address, expected) => {
    expect(locate(address, SITE)).toEqual(expected);
  });
});

describe("other addresses become what is fetched", () => {
  const raw = "https://raw.githubusercontent.com";
  it.each([
    ["https://github.com/ann/demo/blob/main/apps/app.py", `${raw}/ann/demo/main/apps/app.py`],
    ["https://github.com/ann/demo/blob/main/app.py#L10-L20", `${raw}/ann/demo/main/app.py`],
    ["github.com/ann/demo/blame/main/app.py", `${raw}/ann/demo/main/app.py`],
    ["https://www.github.com/ann/demo/raw/main/app.py", `${raw}/ann/demo/main/app.py`],
    [
      "https://github.com/ann/demo/raw/refs/heads/main/a%20b.py?raw=true",
      `${raw}/ann/demo/refs/heads/main/a%20b.py`,
    ],
    [`${raw}/ann/demo/main/app.py`, `${raw}/ann/demo/main/app.py`],
    ["https://h.example/a/b.py?token=1#top", "https://h.example/a/b.py?token=1"],
    ["examples/hello/app.py", "https://apps.example/play/examples/hello/app.py"],
    ["./app.py", "https://apps.example/play/app.py"],
    ["/other/app.py", "https://apps.example/other/app.py"],
  ])("%s", (address, url) => {
    expect(locate(address, SITE)).toEqual({ kind: "link", url });
  });
});

describe("a repository and the folders in it are known by their pages", () => {
  const demo = { kind: "repository", owner: "ann", name: "demo" };
  it.each([
    ["https://github.com/ann/demo", { ...demo, tree: [] }],
    ["github.com/ann/demo.git", { ...demo, tree: [] }],
    ["https://github.com/ann/demo#readme", { ...demo, tree: [] }],
    ["https://github.com/ann/demo#apps/one.py", { ...demo, tree: [], file: "apps/one.py" }],
    ["https://github.com/ann/demo/tree/main", { ...demo, tree: ["main"] }],
    ["https://github.com/ann/demo/tree/main/my%20apps/", { ...demo, tree: ["main", "my apps"] }],
    [`https://github.com/ann/demo/tree/${REVISION}/apps`, { ...demo, tree: [REVISION, "apps"] }],
    ["https://github.com/ann/demo/archive/refs/heads/main.zip", { ...demo, tree: ["main"] }],
    ["https://github.com/ann/demo/archive/refs/tags/v1.2.tar.gz", { ...demo, tree: ["v1.2"] }],
    [`https://github.com/ann/demo/archive/${REVISION}.zip`, { ...demo, tree: [REVISION] }],
  ])("%s", (address, expected) => {
    expect(locate(address, SITE)).toEqual(expected);
    expect(isElsewhere({ kind: "address", address }, SITE)).toBe(true);
  });
});

it("an anchor names the script in a zip, and nothing at another address", () => {
  const url = "https://h.example/apps.zip";
  expect(locate(`${url}#one/app.py`, SITE)).toEqual({ kind: "link", url, file: "one/app.py" });
  expect(locate(`${url}#top`, SITE)).toEqual({ kind: "link", url });
  const script = "https://h.example/app.py";
  expect(locate(`${script}#other.py`, SITE)).toEqual({ kind: "link", url: script });
});

describe("what can be no script is refused before anything is fetched", () => {
  it.each([
    ["", "address"],
    ["javascript:alert(1)", "address"],
    ["data:text/x-python,print(1)", "address"],
    ["ftp://h.example/a.py", "address"],
    ["https://", "address"],
    ["C:\\apps\\app.py", "address"],
    ["file:///home/ann/app.py", "address"],
    ["~/app.py", "address"],
    ["https://gist.github.com/ann", "directory"],
    ["https://gist.github.com/", "directory"],
    ["https://gist.github.com/ann/starred", "address"],
    ["https://gist.githubusercontent.com/ann", "address"],
    ["https://github.com/ann", "directory"],
    ["https://github.com/ann/demo/blob/main", "directory"],
    ["https://github.com/ann/demo/issues/3", "page"],
    ["https://raw.githubusercontent.com/ann/demo/main", "directory"],
    ["https://h.example/apps/", "directory"],
    ["examples/", "directory"],
  ])("%s is of kind %s", (address, kind) => {
    let error: unknown;
    try {
      locate(address, SITE);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({ kind, asked: address });
  });
});

it.each<[boolean, SourceSpec]>([
  [true, { kind: "code", code: "1.x" }],
  [true, { kind: "address", address: "https://scripts.example/app.py" }],
  [true, { kind: "address", address: "gist.github.com/ann/0123456789abcdef0123" }],
  [false, { kind: "address", address: "examples/hello/app.py" }],
  [false, { kind: "address", address: "https://site.example/other/app.py" }],
  [false, { kind: "address", address: "~/app.py" }],
  [false, { kind: "served", manifest: "_app.json" }],
])("that it is somebody else's is %s of %j", (expected, source) => {
  expect(isElsewhere(source, "https://site.example/apps/")).toBe(expected);
});
