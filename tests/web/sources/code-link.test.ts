import { deflateSync } from "fflate";
import { describe, expect, it } from "vitest";
import { encodeBase64url, tryDecodeBase64url } from "../../../web/src/sources/base64url.ts";
import { encodeCode as encode } from "../../../web/src/sources/encode-code.ts";
import { decodeCode, openSource } from "../../../web/src/sources/sources.ts";
import { bytesOf, HELLO, makeWorld, NOTEBOOK, PNG } from "./world.ts";

const project = (files: Record<string, string | Uint8Array>, entry = "app.py") => ({
  entry,
  files: new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === "string" ? bytesOf(content) : content,
    ]),
  ),
});

const encodeCode = (given: ReturnType<typeof project>) => encode(given).code;

/** Random bytes that are the same in every run. */
function noise(size: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: size }, () => {
    state = Math.imul(state, 1_103_515_245) + 12_345;
    return state >>> 16;
  });
}

/** A code with any payload, to be read by the code under test. */
const codeOf = (payload: string | Uint8Array, version = "1") =>
  `${version}.${encodeBase64url(deflateSync(typeof payload === "string" ? bytesOf(payload) : payload))}`;

it("what was encoded is decoded again, byte for byte", () => {
  const given = project({
    "app.py": HELLO,
    "data/ä b.csv": "a,b\r\n1,2\r\n",
    "logo.png": PNG,
    "empty.txt": "",
    "noise.bin": noise(5_000, 7),
    ".streamlit/config.toml": "[theme]\n",
  });
  const { entry, files } = decodeCode(encodeCode(given));
  expect(entry).toBe("app.py");
  expect(files).toEqual(given.files);
});

it("a code stands in an address as it is", () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const code = encodeCode(project({ "app.py": noise(seed * 37, seed) }));
    expect(new URL(`https://h.example/#code=${code}`).hash).toBe(`#code=${code}`);
    expect(code).toMatch(/^1\.[\w-]+$/);
  }
});

it("the hello script makes a short link", () => {
  expect(encodeCode(project({ "app.py": HELLO })).length).toBeLessThan(160);
});

it("secrets and hidden files are never in a link", () => {
  const given = project({
    "app.py": HELLO,
    ".streamlit/secrets.toml": "password = 1",
    ".streamlit/config.toml": "[theme]",
    "sub/.streamlit/secrets.toml": "password = 1",
    ".env": "PASSWORD=1",
    ".git/config": "x",
    "data/.hidden": "x",
    "__pycache__/app.pyc": "x",
    "venv/lib/site.py": "x",
  });
  const { files } = decodeCode(encodeCode(given));
  expect([...files.keys()].sort()).toEqual([".streamlit/config.toml", "app.py"]);
});

it("a project that is too large for an address is refused with its size", () => {
  expect(() => encodeCode(project({ "app.py": noise(100_000, 1) }))).toThrow(
    /A link to it would have 1\d\d,\d{3} characters; 80,000 is the most/,
  );
});

describe("a damaged link is said to be one", () => {
  const good = encodeCode(project({ "app.py": HELLO, "b.txt": noise(400, 3) }));
  it.each([
    ["", "It has no version in front."],
    ["abc", "It has no version in front."],
    ["2.abc", "It is of version 2, which a newer site can read."],
    ["1.a b", "It has characters that do not belong in it."],
    ["1.", "Its list of files cannot be read."],
    [codeOf("nothing\n"), "Its list of files cannot be read."],
    [codeOf('{"entry":"app.py","files":[["app.py",-1]]}\n'), "Its list of files cannot be read."],
    [codeOf('{"entry":"app.py","files":[["app.py",9]]}\nabc'), "It is not complete."],
    [codeOf('{"entry":"b.py","files":[["app.py",3]]}\nabc'), "b.py is not in it."],
    [codeOf('{"entry":"../a.py","files":[["../a.py",3]]}\nabc'), 'It has a file at "../a.py".'],
    [codeOf('{"entry":"/a.py","files":[["/a.py",3]]}\nabc'), 'It has a file at "/a.py".'],
    [codeOf('{"entry":"a\\\\b.py","files":[["a\\\\b.py",3]]}\nabc'), 'It has a file at "a\\b.py".'],
  ])("%s", (code, why) => {
    expect(() => decodeCode(code)).toThrow(expect.objectContaining({ kind: "code", why }));
  });

  it("however short it was cut", () => {
    for (let length = 0; length < good.length; length += 1) {
      expect(() => decodeCode(good.slice(0, length))).toThrow(
        expect.objectContaining({ kind: "code" }),
      );
    }
  });

  it("and one that unpacks to far more than a script is stopped", () => {
    const bomb = codeOf(new Uint8Array(11_000_000));
    expect(() => decodeCode(bomb)).toThrow(expect.objectContaining({ kind: "too-large" }));
  });
});

describe("a project from a link", () => {
  const open = (code: string) => openSource({ kind: "code", code }, makeWorld().env);

  it("is not trusted, and is known by its content alone", async () => {
    const first = await open(encodeCode(project({ "app.py": HELLO, "a.txt": "a" })));
    const second = await open(encodeCode(project({ "a.txt": "a", "app.py": HELLO })));
    const other = await open(encodeCode(project({ "app.py": HELLO, "a.txt": "b" })));
    expect(first).toMatchObject({ origin: { kind: "code" }, isTrusted: false, entry: "app.py" });
    expect(first.identity).toMatch(/^code:[\w-]{43}$/);
    expect(second.identity).toBe(first.identity);
    expect(other.identity).not.toBe(first.identity);
  });

  it.each([
    ["notebook", NOTEBOOK],
    ["empty", " \n"],
    ["binary", PNG],
  ])("that is %s says so", async (kind, content) => {
    const code = encodeCode(project({ "app.py": content }));
    await expect(open(code)).rejects.toMatchObject({ kind });
  });
});

it("base64url takes every length there and back", () => {
  for (let size = 0; size < 70; size += 1) {
    const bytes = noise(size, size + 1);
    const text = encodeBase64url(bytes);
    expect(text).toMatch(/^[\w-]*$/);
    expect(tryDecodeBase64url(text)).toEqual(bytes);
  }
  expect(tryDecodeBase64url("a")).toBeUndefined();
  expect(tryDecodeBase64url("a=")).toBeUndefined();
});
