import { describe, expect, it } from "vitest";
import { bootOptions, type SiteIndex } from "../../../web/src/app/boot-options.ts";
import { type BootPlan, bootPlan, newPackages, withFound } from "../../../web/src/app/boot-plan.ts";
import type { Project } from "../../../web/src/protocol/port.ts";

const index: SiteIndex = {
  core: {
    files: {
      "pyodide.mjs": 1,
      "pyodide.asm.mjs": 10,
      "pyodide.asm.wasm": 100,
      "python_stdlib.zip": 50,
    },
  },
  lock: { file: "pyodide-lock.json", size: 5 },
  runtime: { file: "tabstream.zip", size: 7 },
  packages: {
    micropip: { file: "micropip-0.11.1-py3-none-any.whl", size: 3, depends: [] },
    numpy: { file: "numpy-2.4.3-cp314-cp314-wasm32.whl", size: 20, depends: [] },
    pandas: { file: "pandas-3.0.2-cp314-cp314-wasm32.whl", size: 40, depends: ["numpy"] },
  },
  images: [],
  packed: { "pyodide.asm.wasm": 40 },
  versions: { "pyodide.asm.wasm": "a1", "python_stdlib.zip": "b2" },
  imports: { numpy: "numpy", pandas: "pandas" },
};

function project(files: Record<string, string>, more: Partial<Project> = {}): Project {
  const encoder = new TextEncoder();
  return {
    entry: "app.py",
    files: new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])),
    argv: [],
    query: [],
    page: "",
    config: {},
    indexUrls: null,
    resolved: null,
    keepsResults: false,
    ...more,
  };
}

const plan = (app: string, files: Record<string, string> = {}) =>
  bootPlan(project({ "app.py": app, ...files }), index);

/** What is fetched for a plan. */
const optionsFor = ({ packages: { lock }, image }: BootPlan, site: SiteIndex = index) =>
  bootOptions({ core: null, lock, image }, site, null);

describe("what is fetched is known beforehand", () => {
  const core = {
    "pyodide/pyodide.asm.mjs": 10,
    "pyodide/pyodide.asm.wasm.gzipped": 40,
    "pyodide/python_stdlib.zip": 50,
    "pyodide/tabstream.zip": 7,
    "pyodide/pyodide-lock.json": 5,
  };

  it("the core alone, for an app without packages", () => {
    const found = plan("import streamlit as st");
    expect(found.packages).toEqual({ lock: [], micropip: [], indexUrls: [], wheels: null });
    expect(optionsFor(found).sizes).toEqual(core);
  });

  it("and the wheels of the packages that it needs", () => {
    const found = plan("import pandas");
    expect(found.packages.lock).toEqual(["numpy", "pandas"]);
    expect(optionsFor(found).sizes).toEqual({
      ...core,
      "pyodide/numpy-2.4.3-cp314-cp314-wasm32.whl": 20,
      "pyodide/pandas-3.0.2-cp314-cp314-wasm32.whl": 40,
    });
  });
});

describe("with an image of its own packages", () => {
  const micropip = [{ requirement: "shapes" }];
  const code = "import numpy, shapes";
  const first = plan(code);
  const resolved = { asked: first.asked, lock: ["micropip"], wheels: ["https://index.test/s.whl"] };
  const known = bootPlan(project({ "app.py": code }, { resolved }), index);

  it("it has one as soon as it is known what its requirements came to", () => {
    expect(first.packages.micropip).toMatchObject(micropip);
    expect(first.ownImage).toBeNull();
    expect(known.ownImage).toMatch(/^own-[0-9a-f]{16}-[0-9a-f]{16}\.image$/);
    expect(withFound(first, resolved, index).ownImage).toBe(known.ownImage);
  });

  it("nothing is fetched but the core when that is kept", () => {
    const kept = new Map([[known.ownImage ?? "", new Blob()]]);
    const images = { kept, mayFetch: true, mayTake: true, refused: new Set<string>() };
    const plan = bootPlan(project({ "app.py": code }, { resolved, images }), index);
    expect(plan.image).toMatchObject({ path: known.ownImage, isWhole: true });
    expect(Object.keys(optionsFor(plan).sizes)).toEqual([
      "pyodide/pyodide.asm.mjs",
      "pyodide/pyodide.asm.wasm.gzipped",
    ]);
    expect(plan.betterImage).toBeNull();
  });

  it("another set of packages, or another release, has another one", () => {
    const names = [
      plan("import numpy").ownImage,
      plan("import pandas").ownImage,
      bootPlan(project({ "app.py": "import numpy" }), { ...index, versions: { "a.zip": "c3" } })
        .ownImage,
    ];
    expect(new Set(names).size).toBe(3);
    expect(plan("import pandas, numpy").ownImage).toBe(plan("import pandas").ownImage);
  });

  it("an app has none without packages, with those of an image of the site, or with a wheel of its own", () => {
    const images = [{ path: "images/n.image", size: 1, packages: ["numpy"] }];
    expect(plan("").ownImage).toBeNull();
    expect(
      bootPlan(project({ "app.py": "import numpy" }), { ...index, images }).ownImage,
    ).toBeNull();
    const files = {
      "app.py": "",
      "requirements.txt": "./own-1.0-py3-none-any.whl",
      "own-1.0-py3-none-any.whl": "",
    };
    const { asked, packages } = bootPlan(project(files), index);
    expect(packages.micropip).toHaveLength(1);
    const found = { asked, lock: [], wheels: ["emfs:/app/own-1.0-py3-none-any.whl"] };
    expect(bootPlan(project(files, { resolved: found }), index).ownImage).toBeNull();
  });
});

describe("with a memory image", () => {
  const images = [
    { path: "images/core-1.image", size: 30, packages: [] },
    { path: "images/pandas-1.image", size: 60, packages: ["numpy", "pandas"] },
  ];
  const withImages = { ...index, images };
  const restored = { "pyodide/pyodide.asm.mjs": 10, "pyodide/pyodide.asm.wasm.gzipped": 40 };
  const mayFetch = {
    images: { kept: new Map(), mayFetch: true, mayTake: true, refused: new Set<string>() },
  };

  it("comes the image instead of what is in it, and is worth keeping", () => {
    const plan = bootPlan(project({ "app.py": "import pandas" }, mayFetch), withImages);
    expect(plan.image).toEqual({ path: "images/pandas-1.image", kept: null, isWhole: false });
    expect(optionsFor(plan, withImages).sizes).toEqual({
      ...restored,
      "images/pandas-1.image": 60,
    });
    expect(plan.betterImage).toBe("images/pandas-1.image");
  });

  it("is known what comes when it is of no use after all", () => {
    const plan = bootPlan(project({ "app.py": "import pandas" }, mayFetch), withImages);
    const plain = bootPlan(project({ "app.py": "import pandas" }), index);
    const options = optionsFor(plan, withImages);
    expect(options.plainSizes).toEqual(optionsFor(plain).sizes);
    expect(options.packed).toContain("pyodide/pyodide.asm.wasm");
  });

  it("comes what is missing in it", () => {
    const plan = bootPlan(project({ "app.py": "import numpy" }, mayFetch), withImages);
    const numpy = { "pyodide/numpy-2.4.3-cp314-cp314-wasm32.whl": 20 };
    expect(optionsFor(plan, withImages).sizes).toEqual({
      ...restored,
      ...numpy,
      "images/core-1.image": 30,
    });
  });

  it("comes nothing for one that is kept", () => {
    const kept = new Map([["images/core-1.image", new Blob()]]);
    const images = { kept, mayFetch: false, mayTake: true, refused: new Set<string>() };
    const plan = bootPlan(project({ "app.py": "" }, { images }), withImages);
    expect(optionsFor(plan, withImages).sizes).toEqual(restored);
    expect(plan.betterImage).toBeNull();
  });

  it("comes a plain start over a slow link, and the image is for the next visit", () => {
    const images = { kept: new Map(), mayFetch: false, mayTake: true, refused: new Set<string>() };
    const plan = bootPlan(project({ "app.py": "" }, { images }), withImages);
    expect(plan.image).toBeNull();
    expect(optionsFor(plan, withImages).sizes).toHaveProperty("pyodide/python_stdlib.zip");
    expect(plan.betterImage).toBe("images/core-1.image");
  });
});

it("micropip is told what was guessed, what may be missing, and where the app's own wheels lie", () => {
  const app = "import guessed\ntry:\n  import maybe\nexcept ImportError: pass";
  const { packages } = plan(app, {
    "requirements.txt": "asked>=2\n./wheels/own-1-py3-none-any.whl",
  });
  expect(packages.micropip).toEqual([
    { requirement: "asked>=2", module: null, isOptional: false, file: "requirements.txt", line: 1 },
    {
      requirement: "emfs:/app/wheels/own-1-py3-none-any.whl",
      module: null,
      isOptional: false,
      file: "requirements.txt",
      line: 2,
    },
    { requirement: "guessed", module: "guessed", isOptional: false, file: "app.py", line: 1 },
    { requirement: "maybe", module: "maybe", isOptional: true, file: "app.py", line: 3 },
  ]);
});

it("indexes are tried from the closest to the app to the furthest", () => {
  const files = {
    "app.py": "",
    "requirements.txt": "-i https://one/simple",
    ".streamlit/config.toml": '[packages]\nindexUrls = ["https://two/simple"]',
  };
  const config = { "packages.indexUrls": ["https://three/simple"] };
  const indexUrls = ["https://four/simple"];
  expect(bootPlan(project(files, { config, indexUrls }), index).packages.indexUrls).toEqual([
    "https://one/simple",
    "https://two/simple",
    "https://three/simple",
    "https://four/simple",
  ]);
});

it("a config that cannot be read names no index; Python says what is wrong with it", () => {
  expect(plan("", { ".streamlit/config.toml": "[packages" }).packages.indexUrls).toEqual([]);
});

describe("what a person should know", () => {
  it("a line that cannot be read, a pin that cannot be met, a package that is merely listed", () => {
    const requirements = "pandas==1.5\n-e .\ntorch";
    expect(plan("", { "requirements.txt": requirements }).warnings).toEqual([
      "requirements.txt:2: -e . is passed over: an editable install needs a build; put the module beside the script instead.",
      "requirements.txt:1: pandas==1.5 was asked for; 3.0.2 is what runs in the browser, and is used.",
      "requirements.txt:3: torch is passed over: it is native code, and nobody has built it for WebAssembly.",
    ]);
  });

  it("what the code imports and can never be there is apart: the app stops at it", () => {
    const { warnings, impossible } = plan("\nimport torch");
    expect(warnings).toEqual([]);
    expect(impossible).toMatchObject([{ name: "torch", file: "app.py", line: 2 }]);
  });
});

describe("after a save", () => {
  const before = plan("import numpy").packages;

  it("only what is not there yet is installed", () => {
    const after = plan("import pandas", { "requirements.txt": "asked" }).packages;
    const added = newPackages(after, before);
    expect(added?.lock).toEqual(["pandas", "micropip"]);
    expect(added?.micropip.map(({ requirement }) => requirement)).toEqual(["asked"]);
  });

  it("an import that is gone asks for nothing", () => {
    expect(newPackages(plan("").packages, before)).toBeNull();
  });
});

describe("what an index was asked for at the last visit", () => {
  const app = { "app.py": "import streamlit", "requirements.txt": "shapes>=1" };
  const wheels = ["https://files.example/shapes-1.0-py3-none-any.whl"];
  const { asked } = bootPlan(project(app), index);

  it("is known at the next, with the packages of our lock that came along", () => {
    const resolved = { asked, lock: ["numpy"], wheels };
    const { packages } = bootPlan(project(app, { resolved }), index);
    expect(packages.wheels).toEqual(wheels);
    expect(packages.lock).toContain("numpy");
  });

  it("is nothing once something else is asked for", () => {
    const resolved = { asked, lock: ["numpy"], wheels };
    const edited = { ...app, "requirements.txt": "shapes>=2" };
    const { packages } = bootPlan(project(edited, { resolved }), index);
    expect(packages.wheels).toBeNull();
    expect(packages.lock).not.toContain("numpy");
  });
});
