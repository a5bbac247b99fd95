import { describe, expect, it } from "vitest";
import { readScriptBlock } from "../../../web/src/packages/pep723.ts";
import { readPyscriptToml } from "../../../web/src/packages/pyscript-toml.ts";
import { tryParseRequirement } from "../../../web/src/packages/requirement.ts";
import { readRequirementsTxt } from "../../../web/src/packages/requirements-txt.ts";

describe("one requirement", () => {
  const plain = { extras: [], spec: "" };
  it.each([
    ["pandas", { name: "pandas", ...plain }],
    [" Pandas >= 2 , < 3 ", { name: "Pandas", extras: [], spec: ">=2,<3" }],
    ["a.b-c_d==1.*", { name: "a.b-c_d", extras: [], spec: "==1.*" }],
    ["bokeh[a, b]~=3.1", { name: "bokeh", extras: ["a", "b"], spec: "~=3.1" }],
    ["pandas (>=2)", { name: "pandas", extras: [], spec: ">=2" }],
    ["x; python_version > '3'", { name: "x", ...plain, marker: "python_version > '3'" }],
    ["x==1 ; a == 'b'", { name: "x", extras: [], spec: "==1", marker: "a == 'b'" }],
    [
      "x @ https://h/x-1-py3-none-any.whl",
      { name: "x", ...plain, url: "https://h/x-1-py3-none-any.whl" },
    ],
    [
      "x[e]@https://h/x.whl ; a == 'b'",
      { name: "x", extras: ["e"], spec: "", url: "https://h/x.whl", marker: "a == 'b'" },
    ],
    [
      "https://h/a_b-1.0-py3-none-any.whl",
      { name: "a_b", ...plain, url: "https://h/a_b-1.0-py3-none-any.whl" },
    ],
    [
      "./wheels/c-2-1-py3-none-any.whl",
      { name: "c", ...plain, url: "./wheels/c-2-1-py3-none-any.whl" },
    ],
  ])("%s", (text, expected) => {
    expect(tryParseRequirement(text)).toEqual(expected);
  });

  it.each(["", "-", "pandas>>2", "pandas 2", "pandas==", "a b", "==1", "./folder"])(
    "%j is none",
    (text) => {
      expect(tryParseRequirement(text)).toBeUndefined();
    },
  );
});

describe("requirements.txt", () => {
  const read = (files: Record<string, string>, file = "requirements.txt") =>
    readRequirementsTxt(file, (path) => files[path]);

  it("comments, blank lines and continued lines are read as pip reads them", () => {
    const text =
      "\ufeff# a comment\r\n\r\npandas>=2 # why\r\nx @ https://h/x.whl#sha256=1\r\nnumpy \\\r\n  ==2.0 \\\r\n  --hash=sha256:abc\r\nlast";
    expect(read({ "requirements.txt": text }).lines).toEqual([
      { text: "pandas>=2", file: "requirements.txt", line: 3 },
      { text: "x @ https://h/x.whl#sha256=1", file: "requirements.txt", line: 4 },
      { text: "numpy   ==2.0", file: "requirements.txt", line: 5 },
      { text: "last", file: "requirements.txt", line: 8 },
    ]);
  });

  it("an included file is read from beside the one that includes it, and once", () => {
    const files = {
      "app/requirements.txt": "-r deps/base.txt\nlocal",
      "app/deps/base.txt": "--requirement=../requirements.txt\n-r more.txt\nbase",
      "app/deps/more.txt": "more",
    };
    const { lines, problems } = read(files, "app/requirements.txt");
    expect(lines.map(({ text, file }) => `${file} ${text}`)).toEqual([
      "app/deps/more.txt more",
      "app/deps/base.txt base",
      "app/requirements.txt local",
    ]);
    expect(problems).toEqual([]);
  });

  it("a missing included file is a problem at the line that names it", () => {
    expect(read({ "requirements.txt": "a\n-r gone.txt" }).problems).toEqual([
      {
        file: "requirements.txt",
        line: 2,
        asked: "-r gone.txt",
        reason: "there is no file gone.txt",
      },
    ]);
  });

  it("indexes are kept, options without effect are passed over, others are named", () => {
    const text =
      "-i https://one/simple\n--extra-index-url https://two/simple\n--no-binary :all:\n-c limits.txt\n--pre\n-e .\n--wheel";
    const { indexUrls, lines, problems } = read({ "requirements.txt": text });
    expect(indexUrls).toEqual(["https://one/simple", "https://two/simple"]);
    expect(lines).toEqual([]);
    expect(problems.map(({ line, asked }) => [line, asked])).toEqual([
      [6, "-e ."],
      [7, "--wheel"],
    ]);
  });
});

it("an extra index comes after micropip's own, a main one in its place", () => {
  const read = (text: string) => readRequirementsTxt("requirements.txt", () => text).indexUrls;
  expect(read("pandas")).toEqual([]);
  expect(read("--extra-index-url https://two/simple")).toEqual(["PYPI", "https://two/simple"]);
  expect(read("--extra-index-url=https://two/simple\n-i https://one/simple")).toEqual([
    "https://one/simple",
    "https://two/simple",
  ]);
});

describe("the PEP 723 block", () => {
  it("is read with the lines of its dependencies", () => {
    const source =
      '"""Docs."""\n# /// script\n# requires-python = ">=3.11"\n# dependencies = [\n#   "pandas<4",\n#   \'rich\',\n# ]\n#\n# [tool.x]\n# y = 1\n# ///\nimport pandas\n';
    expect(readScriptBlock(source, "app.py")).toEqual({
      lines: [
        { text: "pandas<4", file: "app.py", line: 5 },
        { text: "rich", file: "app.py", line: 6 },
      ],
      problems: [],
    });
  });

  it("is nothing when it is missing, not closed, or of another type", () => {
    for (const source of [
      "import a",
      "# /// script\n# dependencies = ['a']\nimport b",
      "# /// other\n# dependencies = ['a']\n# ///",
      " # /// script\n # dependencies = ['a']\n # ///",
    ]) {
      expect(readScriptBlock(source, "app.py")).toEqual({ lines: [], problems: [] });
    }
  });

  it("a mistake in it is named with its line in the script", () => {
    const source = "x = 1\n# /// script\n# dependencies = [\n#   oops\n# ]\n# ///\n";
    const { lines, problems } = readScriptBlock(source, "app.py");
    expect(lines).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: "app.py", line: 4 });
    expect(problems[0]?.reason).toMatch(/^it is not valid TOML: /);
  });

  it("a Python that the browser does not have is said", () => {
    const source = '# /// script\n# requires-python = "<3.12"\n# ///\n';
    expect(readScriptBlock(source, "app.py").problems).toEqual([
      {
        file: "app.py",
        line: 2,
        asked: 'requires-python = "<3.12"',
        reason: "the browser's Python is 3.14.2",
      },
    ]);
  });

  it("a second block is a problem and the first counts", () => {
    const block = (name: string) => `# /// script\n# dependencies = ["${name}"]\n# ///\n`;
    const { lines, problems } = readScriptBlock(`${block("a")}x = 1\n${block("b")}`, "app.py");
    expect(lines.map(({ text }) => text)).toEqual(["a"]);
    expect(problems[0]).toMatchObject({ line: 5 });
  });
});

describe("pyscript.toml", () => {
  it("names packages and files, with abbreviations and bare names filled in", () => {
    const text = `name = "x"
packages = ["pandas", "./wheels/a-1-py3-none-any.whl"]
[files]
"{DATA}" = "https://h.example/data"
"{DATA}/a.csv?v=1" = "data/a.csv"
"{DATA}/b.csv" = ""
"./c.py" = "./lib/"
`;
    expect(readPyscriptToml(text, "pyscript.toml")).toEqual({
      lines: [
        { text: "pandas", file: "pyscript.toml", line: 2 },
        { text: "./wheels/a-1-py3-none-any.whl", file: "pyscript.toml", line: 2 },
      ],
      files: [
        { from: "https://h.example/data/a.csv?v=1", to: "data/a.csv" },
        { from: "https://h.example/data/b.csv", to: "b.csv" },
        { from: "./c.py", to: "lib/c.py" },
      ],
      archives: [],
      indexUrls: [],
      problems: [],
    });
  });

  it("names archives, the folders that they are unpacked into, and indexes", () => {
    const text = `index_urls = ["https://i.example/simple"]
[files]
"./a.zip" = "./*"
"https://h.example/b.tar.gz?v=2" = "lib/*"
`;
    expect(readPyscriptToml(text, "pyscript.toml")).toMatchObject({
      files: [],
      archives: [
        { from: "./a.zip", to: "" },
        { from: "https://h.example/b.tar.gz?v=2", to: "lib/" },
      ],
      indexUrls: ["https://i.example/simple"],
    });
  });

  it("may be JSON, as on a page of PyScript", () => {
    const text = '{"packages": ["pandas"], "files": {"a.csv": ""}}';
    expect(readPyscriptToml(text, "pyscript.json")).toMatchObject({
      lines: [{ text: "pandas" }],
      files: [{ from: "a.csv", to: "a.csv" }],
      problems: [],
    });
    expect(readPyscriptToml("{", "pyscript.json").problems).toHaveLength(1);
  });

  it("an archive of another kind and broken TOML are problems, with their lines", () => {
    expect(readPyscriptToml('[files]\n"a.rar" = "./*"', "p.toml").problems).toEqual([
      {
        file: "p.toml",
        line: 2,
        asked: "a.rar",
        reason: "what is unpacked is a .zip, .whl, .tar, .tar.gz or .tgz",
      },
    ]);
    expect(readPyscriptToml("packages = [\n}", "p.toml").problems[0]).toMatchObject({ line: 2 });
  });
});
