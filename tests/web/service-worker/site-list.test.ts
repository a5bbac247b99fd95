import { describe, expect, it } from "vitest";
import {
  addressOf,
  fileAt,
  fileMeant,
  keyOf,
  kindOf,
  pathBelow,
  type SiteList,
} from "../../../web/src/service-worker/site-list.ts";

const SCOPE = "https://host.test/x/y/";
const list: SiteList = {
  version: "1",
  essential: [],
  lazy: [],
  files: { "index.html": "aa", "pyodide/tabstream.zip": "bb", "icons/": "cc" },
};
const meant = (path: string) => fileMeant(new URL(path, SCOPE), SCOPE, list);

describe("an address means a file of the site", () => {
  it.each([
    ["", "index.html", "aa"],
    ["pyodide/tabstream.zip", "pyodide/tabstream.zip", "bb"],
    // Of a page of another release.
    ["pyodide/tabstream.zip?v=dd", "pyodide/tabstream.zip", "dd"],
    ["icons/home.svg", "icons/home.svg", "cc"],
  ])("%s", (address, path, hash) => {
    expect(meant(address)).toMatchObject({ path, hash });
  });

  it.each(["app.py", "pyodide/tabstream.zip?w=1", "pyodide/tabstream.zip?v=bb&w=1", "../app.py"])(
    "not %s",
    (address) => {
      expect(meant(address)).toBeNull();
    },
  );
});

it("the site's own address is that of its first page", () => {
  expect(pathBelow(new URL(`${SCOPE}?script=app.py`), SCOPE)).toBe("index.html");
  expect(addressOf({ path: "index.html", hash: "aa", isOwnHash: true }, SCOPE)).toBe(SCOPE);
});

it("two contents of a file are kept under two addresses", () => {
  const file = fileAt("pyodide/tabstream.zip", list);
  expect(file && keyOf(file, SCOPE)).toBe(`${SCOPE}pyodide/tabstream.zip?v=bb`);
});

it.each([
  ["pyodide/numpy-2.4.3-cp314-cp314-wasm32.whl", "pyodide/numpy-2.5.0-cp315-cp315-wasm32.whl"],
  ["assets/vega-chunk-C9jd-sul.js", "assets/vega-chunk-Cbu3nsCC.js"],
  [
    "assets/inter-latin-wght-normal-Dx4kXJAl.woff2",
    "assets/inter-latin-wght-normal-_x4kXJ-l.woff2",
  ],
])("%s has its next form in %s", (one, other) => {
  expect(kindOf(one)).toBe(kindOf(other));
});
