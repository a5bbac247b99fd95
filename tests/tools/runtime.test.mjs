import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { loadPyodide } from "pyodide";
import { root } from "../../tools/setup/paths.mjs";

/** @type {import("pyodide").PyodideAPI} */
let pyodide;
/** @type {string} */
let folder;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tabstream-runtime-"));
  await mkdir(path.join(folder, "rain"));
  await writeFile(path.join(folder, "rain/__init__.py"), "def fall():\n    return 1 / 0\n");
  await writeFile(path.join(folder, "rain/py.typed"), "");
  pyodide = await loadPyodide({ env: { PYTHONHASHSEED: "0", HOME: "/home/pyodide" } });
  pyodide.mountNodeFS("/sources", folder);
  pyodide.runPython(await readFile(path.join(root, "tools/runtime/pack.py"), "utf8"));
});
after(() => rm(folder, { recursive: true, force: true }));

/** @param {string} code */
const python = (code) => pyodide.runPython(code);

test("the archive has the same bytes whenever it is packed", () => {
  python("names = ['rain/__init__.py', 'rain/py.typed']; first = pack('/sources', names)");
  assert.equal(python("first == pack('/sources', names)"), true);
  assert.equal(python("first == pack('/sources', names[::-1])"), true);
});

test("imported as it lies, it runs from bytecode, and tracebacks show the source", () => {
  python(`
import sys, traceback
open("/rain.zip", "wb").write(first)
sys.path.insert(0, "/rain.zip")
import rain
try:
    rain.fall()
except ZeroDivisionError:
    shown = traceback.format_exc()
`);
  assert.equal(python("rain.__file__"), "/rain.zip/rain/__init__.pyc");
  assert.match(python("shown"), /rain\/__init__\.py", line 2, in fall\n {4}return 1 \/ 0/);
});
