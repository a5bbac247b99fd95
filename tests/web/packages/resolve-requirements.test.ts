import lock from "pyodide/pyodide-lock.json";
import { describe, expect, it } from "vitest";
import {
  findRequirements,
  type PackageIndex,
  resolveRequirements,
} from "../../../web/src/packages/packages.ts";

/** Pyodide's own lock, in the short form in which the site carries it. */
const index: PackageIndex = {
  imports: Object.fromEntries(
    Object.entries(lock.packages).flatMap(([name, { imports }]) =>
      imports.map((imported) => [imported, name]),
    ),
  ),
  packages: Object.fromEntries(
    Object.entries(lock.packages).map(([name, { file_name, depends }]) => [
      name,
      { file: `https://cdn.example/${file_name}`, size: 1, depends },
    ]),
  ),
};

function resolve(app: string, requirementsTxt = "", using: PackageIndex = index) {
  const encoder = new TextEncoder();
  const files = new Map([
    ["app.py", encoder.encode(app)],
    ["requirements.txt", encoder.encode(requirementsTxt)],
  ]);
  return resolveRequirements(findRequirements(files, "app.py").requirements, using);
}

it("where all was put into the site, nothing is looked for elsewhere but what is named by its address", () => {
  const app = "try:\n    import absent\nexcept ImportError:\n    pass\nimport unheard_of";
  expect(resolve(app).viaMicropip).toHaveLength(2);
  const listed = "https://h/own-1.0-py3-none-any.whl";
  const { viaMicropip } = resolve(app, listed, { ...index, isClosed: true });
  expect(viaMicropip.map(({ requirement }) => requirement)).toEqual([listed]);
});

it("the hello script loads no package", () => {
  const app =
    "import streamlit as st\nimport time\nx = st.slider('x')\nst.write(x, 'squared is', x * x)";
  expect(resolve(app)).toEqual({ fromLock: [], viaMicropip: [], warnings: [], impossible: [] });
});

it("an import brings its package and what that depends on, dependencies first", () => {
  const { fromLock } = resolve("import pandas as pd");
  expect(fromLock.toSorted()).toEqual(["numpy", "pandas", "python-dateutil", "pytz", "six"]);
  expect(fromLock.at(-1)).toBe("pandas");
});

it("every dependency comes before what needs it, for every package of the lock", () => {
  const all = Object.keys(index.packages).join("\n");
  const { fromLock } = resolve("", all);
  const seen = new Set<string>();
  for (const name of fromLock) {
    const needed = index.packages[name]?.depends ?? [];
    expect(needed.filter((key) => index.packages[key] && !seen.has(key))).toEqual([]);
    seen.add(name);
  }
  expect(seen.size).toBe(Object.keys(index.packages).length);
});

it.each([
  ["import sklearn.linear_model", "scikit-learn"],
  ["from PIL import Image", "pillow"],
  ["import cv2", "opencv-python"],
  ["import yaml", "pyyaml"],
  ["from bs4 import BeautifulSoup", "beautifulsoup4"],
  ["import dateutil.parser", "python-dateutil"],
  ["from zoneinfo import ZoneInfo", "tzdata"],
  ["from mpl_toolkits.mplot3d import Axes3D", "matplotlib"],
])("%s loads %s", (app, expected) => {
  const { fromLock, viaMicropip, impossible } = resolve(app);
  expect(fromLock).toContain(expected);
  expect([viaMicropip, impossible]).toEqual([[], []]);
});

it.each([
  ["opencv-python-headless", "opencv-python"],
  ["Scikit_Learn", "scikit-learn"],
  ["sklearn", "scikit-learn"],
  ["bs4", "beautifulsoup4"],
])("%s in requirements.txt is %s of the lock", (asked, expected) => {
  expect(resolve("", asked).fromLock).toContain(expected);
});

it("a pin that the lock cannot meet is one warning, and the lock wins", () => {
  const { fromLock, viaMicropip, warnings } = resolve("import pandas", "pandas==1.5.3");
  expect(fromLock).toContain("pandas");
  expect(viaMicropip).toEqual([]);
  expect(warnings).toEqual([
    {
      name: "pandas",
      file: "requirements.txt",
      line: 1,
      message: `pandas==1.5.3 was asked for; ${lock.packages.pandas.version} is what runs in the browser, and is used`,
    },
  ]);
  expect(resolve("", "pandas>=2").warnings).toEqual([]);
});

describe("what the lock does not have goes to micropip", () => {
  it("as it was written, and micropip itself is loaded", () => {
    const { fromLock, viaMicropip } = resolve("", "plotly[express]>=5,<7\n");
    expect(fromLock).toContain("micropip");
    expect(viaMicropip).toEqual([
      {
        requirement: "plotly[express]>=5,<7",
        place: "index",
        isOptional: false,
        file: "requirements.txt",
        line: 1,
      },
    ]);
  });

  it("a name guessed from an import says which module it is for", () => {
    const { viaMicropip } = resolve("import docx\nfrom streamlit_option_menu import option_menu");
    expect(viaMicropip.map(({ requirement, module }) => [requirement, module])).toEqual([
      ["python-docx", "docx"],
      ["streamlit-option-menu", "streamlit_option_menu"],
    ]);
  });

  it("an import that a requirement already answers is not guessed again", () => {
    const { viaMicropip } = resolve("import docx", "python-docx==1.1");
    expect(viaMicropip.map(({ requirement }) => requirement)).toEqual(["python-docx==1.1"]);
  });

  it("a guarded import is optional, its fallback is not fetched from an index at all", () => {
    const app = "try:\n  import plotly\nexcept ImportError:\n  import plotly_express as plotly";
    const { viaMicropip } = resolve(app);
    expect(viaMicropip.map(({ requirement, isOptional }) => [requirement, isOptional])).toEqual([
      ["plotly", true],
    ]);
  });

  it("wheels by address and by path keep where they are", () => {
    const { viaMicropip } = resolve("", "https://h/a-1-py3-none-any.whl\n./b-1-py3-none-any.whl");
    expect(viaMicropip.map(({ requirement, place }) => [requirement, place])).toEqual([
      ["https://h/a-1-py3-none-any.whl", "address"],
      ["b-1-py3-none-any.whl", "project"],
    ]);
  });
});

it("a package of the lock that this site does not have goes to micropip", () => {
  const { scipy: _, ...packages } = index.packages;
  const requirement = { name: "scipy.stats", extras: [], spec: "", file: "app.py", line: 1 };
  const { fromLock, viaMicropip } = resolveRequirements([{ ...requirement, source: "import" }], {
    ...index,
    packages,
  });
  expect(fromLock).toContain("micropip");
  expect(viaMicropip).toMatchObject([{ requirement: "scipy", module: "scipy.stats" }]);
});

describe("what cannot run in a browser is named before the run", () => {
  it("with the importing line, the reason and what would serve instead", () => {
    expect(resolve("import os\nimport torch.nn as nn").impossible).toEqual([
      {
        name: "torch",
        source: "import",
        file: "app.py",
        line: 2,
        reason: "it is native code, and nobody has built it for WebAssembly",
        instead: "scikit-learn runs here; or compute the results beforehand and read them",
      },
    ]);
  });

  it.each([
    ["import tensorflow"],
    ["import psycopg2"],
    ["import pyodbc"],
    ["from pyspark.sql import SparkSession"],
    ["from streamlit_webrtc import webrtc_streamer"],
    ["from google.cloud import bigquery"],
    ["import win32com.client"],
    ["import tkinter as tk"],
    ["import turtle"],
  ])("%s", (app) => {
    const { fromLock, viaMicropip, impossible } = resolve(app);
    expect([fromLock, viaMicropip]).toEqual([[], []]);
    expect(impossible).toHaveLength(1);
    expect(impossible[0]?.reason).not.toBe("");
  });

  it.each([
    ["psycopg2-binary==2.9", "psycopg2-binary"],
    ["git+https://github.com/a/b.git#egg=b", "b"],
    ["x @ https://h/x-1.tar.gz", "x"],
    ["https://h/y-1-cp314-cp314-manylinux_2_17_x86_64.whl", "y"],
  ])("%s in requirements.txt", (asked, name) => {
    const { impossible, viaMicropip } = resolve("", asked);
    expect(viaMicropip).toEqual([]);
    expect(impossible).toMatchObject([{ name, source: "requirements.txt", line: 1 }]);
  });

  it("a listed one that is imported as well counts as imported", () => {
    expect(resolve("import torch", "torch").impossible).toMatchObject([
      { name: "torch", source: "import", file: "app.py", line: 1 },
    ]);
    const guarded = "try:\n  import torch\nexcept ImportError:\n  torch = None";
    expect(resolve(guarded, "torch").impossible).toMatchObject([{ source: "requirements.txt" }]);
  });

  it("but not when the script has an answer for its absence", () => {
    const app = "try:\n  import torch\nexcept ImportError:\n  torch = None";
    expect(resolve(app)).toEqual({ fromLock: [], viaMicropip: [], warnings: [], impossible: [] });
  });

  it("and never when the lock has it after all", () => {
    const packages = { ...index.packages, torch: { file: "torch-9.whl", size: 1, depends: [] } };
    const requirement = { name: "torch", extras: [], spec: "", file: "app.py", line: 1 } as const;
    const found = resolveRequirements([{ ...requirement, source: "import" }], {
      ...index,
      packages,
    });
    expect(found).toMatchObject({ fromLock: ["torch"], impossible: [] });
  });
});
