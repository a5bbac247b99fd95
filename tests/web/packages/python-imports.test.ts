import { describe, expect, it } from "vitest";
import { findNamedFiles } from "../../../web/src/packages/named-files.ts";
import { findImports } from "../../../web/src/packages/python-imports.ts";

/** Imports in one line each: `module` or `module:names`, dots of a relative import in front. */
function importsOf(source: string): string[] {
  return findImports(source).map(({ module, level, names }) => {
    const path = ".".repeat(level) + module;
    return names.length > 0 ? `${path}:${names.join(",")}` : path;
  });
}

describe("imports are found in every form in which Python has them", () => {
  it.each([
    ["import pandas", ["pandas"]],
    ["import pandas as pd", ["pandas"]],
    ["import a.b.c as d, e ,f as g", ["a.b.c", "e", "f"]],
    ["import a, \\\n  b", ["a", "b"]],
    ["import a; import b;import c", ["a", "b", "c"]],
    ["from a.b import c", ["a.b:c"]],
    ["from a import (b, # why\n  c as d,\n)\nimport e", ["a:b,c", "e"]],
    ["from a import (\n\n  b\n  as\n  c\n, d)", ["a:b,d"]],
    ["from a import *\nimport b", ["a", "b"]],
    ["from . import a", [".:a"]],
    ["from .. import a, b", ["..:a,b"]],
    ["from ...a.b import c", ["...a.b:c"]],
    ["from.a import b", [".a:b"]],
    ["if x: import a\nelse: import b", ["a", "b"]],
    ["def f():\n\timport a", ["a"]],
    ["class A: from a import b", ["a:b"]],
    ["\ufeffimport a\r\nimport b\r\n", ["a", "b"]],
    ["import größe.π", ["größe.π"]],
    ["import a#comment", ["a"]],
    ["if True:\\\n  import a", ["a"]],
    ["x = [\n  1,\n]\nimport a", ["a"]],
  ])("%j", (source, expected) => {
    expect(importsOf(source)).toEqual(expected);
  });
});

describe("what only looks like an import is left alone", () => {
  it.each([
    ["# import a"],
    ["x = 'import a'"],
    ['"""\nimport a\nfrom b import c\n"""'],
    ["'''it''s\nimport a'''"],
    ["r'\\'\nx = r'\\\\'  # import a"],
    ["b'import a' rb'import b' Rb'import c'"],
    ["yield from a"],
    ["raise A from b"],
    ["important = 1; reimport = 2; from_import = 3"],
    ["éimport = 1"],
    ["x.from_ = 1"],
    ["s = 'one \\\nimport a'"],
    ['f"{x:{width}} import a"'],
    ['f"{{import a}}"'],
    ['f"{d["import a"]}"'],
    ['f"{f\'{f"""import a"""}\'}"'],
    ["f'''{\n  x  # a comment with ' in it\n} import a'''"],
    ["rf'{x!r:>10} \\{y} import a'"],
    ["t'{x} import a'"],
    ["'\\N{DASH} import a'"],
    ['x if"a"else"import b"'],
  ])("%j", (source) => {
    expect(importsOf(source)).toEqual([]);
  });
});

it("the code after a string is code again", () => {
  const strings = [
    '"a"',
    "'''a\n'b\n'''",
    'f"{x["}"]}"',
    "rb'\\''",
    'f"{x:\\"}"',
    "''",
    '""""a"""',
  ];
  for (const text of strings) expect(importsOf(`x = ${text}\nimport a`)).toEqual(["a"]);
});

it("an unfinished string or bracket does not hide the imports below it", () => {
  expect(importsOf("x = 'oh\nimport a")).toEqual(["a"]);
  expect(importsOf("x = f'{oh\nimport a")).toEqual([]); // All of it may be inside the field.
  expect(importsOf("f(\nimport a\nimport b")).toEqual(["a", "b"]);
  expect(importsOf("]]\nimport a")).toEqual(["a"]);
});

it("never fails and never hangs, whatever the text is cut down to", () => {
  const source = 'try:\n  from a import (b as c,\n  d)\nexcept E: x = f"{y["z"]:>{w}}" """\\"';
  for (let start = 0; start < source.length; start += 1) {
    for (let end = start; end <= source.length; end += 3) findImports(source.slice(start, end));
  }
});

it("an import carries the line on which its statement begins", () => {
  const source = '"""\ntwo\n"""\nimport a\nx = (\n  1)\nfrom b import (\n  c,\n)\nimport \\\n  d';
  const lines = findImports(source).map(({ module, line }) => [module, line]);
  expect(lines).toEqual([
    ["a", 4],
    ["b", 7],
    ["d", 10],
  ]);
});

describe("an import that may fail is told from one that must not", () => {
  const guards = (source: string) =>
    findImports(source).map(({ module, guard }) => [module, guard]);

  it("in a try and its except, but not in its else, finally, or after it", () => {
    const source =
      "try:\n  import a\n\n# note\n  import b\nexcept ImportError:\n  import c\nelse:\n  import d\nfinally:\n  import e\nimport f";
    expect(guards(source)).toEqual([
      ["a", "try"],
      ["b", "try"],
      ["c", "fallback"],
      ["d", undefined],
      ["e", undefined],
      ["f", undefined],
    ]);
  });

  it("on one line, nested, and under suppress", () => {
    expect(guards("try: import a\nexcept: import b\nimport c")).toEqual([
      ["a", "try"],
      ["b", "fallback"],
      ["c", undefined],
    ]);
    const nested = "def f():\n  try:\n    if x:\n      import a\n  except E:\n    pass\n  import b";
    expect(guards(nested)).toEqual([
      ["a", "try"],
      ["b", undefined],
    ]);
    expect(guards("with contextlib.suppress(ImportError):\n  import a\nimport b")).toEqual([
      ["a", "try"],
      ["b", undefined],
    ]);
  });

  it("a string over several lines does not end the block", () => {
    expect(guards('try:\n  x = """\nnot a block\n"""\n  import a\nexcept E: pass')).toEqual([
      ["a", "try"],
    ]);
  });

  it("a variable that is named like a keyword opens none", () => {
    expect(guards("tryout = 1\nimport a\nexception: int\nimport b")).toEqual([
      ["a", undefined],
      ["b", undefined],
    ]);
  });
});

it("imports for type checkers alone are not needed to run", () => {
  const source =
    "if TYPE_CHECKING:\n  import a\n  from b import c\nif typing.TYPE_CHECKING: import d\nelse:\n  import e";
  expect(importsOf(source)).toEqual(["e"]);
});

it("file names in quotes are collected once each, other text is not", () => {
  const source =
    "a('x.csv', \"./data/y z.json\", f'{n}.csv', 'https://h/a.csv', '/etc/a.csv', 'Hello.', 'x.csv', '3.14')\n" +
    "st.Page('views/map.py')";
  expect(findNamedFiles(source)).toEqual(["x.csv", "data/y z.json", "views/map.py"]);
});

it("a thousand lines take less than 5 ms", () => {
  const line = `value = compute("name", f"{x:>{width}}", [1, 2, 3])  # a comment\n`;
  const source = `import pandas as pd\n${line.repeat(300)}import numpy\n${line.repeat(698)}`;
  findImports(source);
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    findImports(source);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(5);
});
