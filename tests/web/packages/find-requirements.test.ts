import { describe, expect, it } from "vitest";
import { findRequirements } from "../../../web/src/packages/packages.ts";

function find(files: Record<string, string>, entry = "app.py") {
  const encoder = new TextEncoder();
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)]));
  return findRequirements(bytes, entry);
}

/** `name` with its source and place, one line each. */
function summary(files: Record<string, string>, entry?: string): string[] {
  return find(files, entry).requirements.map(
    ({ name, spec, source, file, line }) => `${name}${spec} ${source} ${file}:${line}`,
  );
}

it("a script that needs nothing asks for nothing", () => {
  const app =
    "import streamlit as st\nimport math, os.path\nfrom tabstream import x\nimport _thread";
  expect(find({ "app.py": app, "requirements.txt": "streamlit==1.40\ntabstream" })).toEqual({
    requirements: [],
    problems: [],
    indexUrls: [],
  });
});

it("a package is taken from the most trusted source that names it", () => {
  const files = {
    "app.py": '# /// script\n# dependencies = ["Pandas<4"]\n# ///\nimport numpy\nimport pandas\n',
    "requirements.txt": "pandas==1.0\nrich>13\n",
    "pyscript.toml": 'packages = ["rich", "attrs"]\n',
  };
  expect(summary(files)).toEqual([
    "Pandas<4 pep723 app.py:2",
    "rich>13 requirements.txt requirements.txt:2",
    "attrs pyscript.toml pyscript.toml:1",
    "numpy import app.py:4",
    "pandas import app.py:5",
  ]);
});

it("a requirement whose marker excludes the browser is left out", () => {
  const text = 'uvloop; sys_platform != "emscripten"\ntomli; python_version < "3.11"\nrich';
  expect(summary({ "app.py": "", "requirements.txt": text })).toEqual([
    "rich requirements.txt requirements.txt:3",
  ]);
});

it("a line that is no requirement is a problem and the others count", () => {
  const text = 'good\nnot good\nbad; nonsense == "x"';
  const { requirements, problems } = find({ "app.py": "", "requirements.txt": text });
  expect(requirements.map(({ name }) => name)).toEqual(["good"]);
  expect(problems.map(({ line, asked, reason }) => [line, asked, reason])).toEqual([
    [2, "not good", "it is not a requirement as pip writes it"],
    [3, 'bad; nonsense == "x"', 'a marker knows no "nonsense"'],
  ]);
});

it("wheels of the project are named by their path in it", () => {
  const files = {
    "app/app.py": "",
    "app/requirements.txt": "../wheels/a-1-py3-none-any.whl\nb @ https://h/b-1-py3-none-any.whl",
  };
  expect(find(files, "app/app.py").requirements.map(({ name, url }) => [name, url])).toEqual([
    ["a", "wheels/a-1-py3-none-any.whl"],
    ["b", "https://h/b-1-py3-none-any.whl"],
  ]);
});

describe("imports that the project answers itself are not asked for", () => {
  it.each([
    ["a module beside the script", { "helper.py": "import rich" }, "import helper"],
    ["a package", { "helper/__init__.py": "import rich" }, "from helper import x"],
    ["a module in a package", { "a/__init__.py": "", "a/b.py": "import rich" }, "import a.b"],
    ["a submodule by from", { "a/__init__.py": "", "a/b.py": "import rich" }, "from a import b"],
    ["a folder without __init__", { "a/b.py": "import rich" }, "from a import b"],
    ["one by one", { "a.py": "from b import c", "b.py": "import rich" }, "import a"],
    ["a circle", { "a.py": "import b", "b.py": "import a, rich" }, "import a"],
    [
      "a relative import",
      { "a/__init__.py": "from .b import c", "a/b.py": "import rich" },
      "import a",
    ],
    [
      "a relative import upwards",
      { "a/__init__.py": "", "a/c/__init__.py": "from ..b import x", "a/b.py": "import rich" },
      "import a.c",
    ],
    ["a page", { "pages/1_Map.py": "import rich" }, ""],
    ["a page that is named", { "views/map.py": "import rich" }, 'st.Page("views/map.py")'],
  ])("%s", (_name, files, app) => {
    const { requirements } = find({ "app.py": app, ...files });
    expect(requirements.map(({ name }) => name)).toEqual(["rich"]);
  });

  it("beside a script that lies in a folder", () => {
    const files = { "src/app.py": "import helper, other", "src/helper.py": "", "other.py": "" };
    expect(summary(files, "src/app.py")).toEqual([]);
  });

  it("but a folder of the same name does not stand in for an installed package", () => {
    const files = { "app.py": "import plotly.express", "plotly/demo.py": "" };
    expect(summary(files)).toEqual(["plotly import app.py:1"]);
  });
});

it("files that nothing leads to are not read", () => {
  const files = {
    "app.py": "import rich",
    "tests/test_app.py": "import pytest",
    "setup.py": "import setuptools",
  };
  expect(summary(files)).toEqual(["rich import app.py:1"]);
});

it("a shared top-level name keeps what tells its packages apart", () => {
  const app =
    "from google import genai\nfrom google.cloud import storage, bigquery\nimport azure.core.x.y";
  expect(find({ "app.py": app }).requirements.map(({ name }) => name)).toEqual([
    "google.genai",
    "google.cloud.storage",
    "google.cloud.bigquery",
    "azure.core.x",
  ]);
});

it("an import is guarded only if every import of it is", () => {
  const app = "try:\n  import rich, attrs\nexcept ImportError: pass\nimport rich.table";
  expect(find({ "app.py": app }).requirements.map(({ name, guard }) => [name, guard])).toEqual([
    ["rich", undefined],
    ["attrs", "try"],
  ]);
});

it("a thousand lines of app with its files take less than 5 ms", () => {
  const app = `import pandas as pd\n${'st.write(f"{pd.DataFrame([1, 2])}", "text")  # note\n'.repeat(1000)}`;
  const files = { "app.py": app, "requirements.txt": "pandas>=2\nrich\n", "pyscript.toml": "" };
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    find(files);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(5);
});
