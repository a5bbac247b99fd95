import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, test } from "node:test";
import { root } from "../../tools/setup/paths.mjs";
import { leanCore } from "../../tools/site/lean-core.mjs";

const NAMES = Array.from({ length: 150 }, (_, i) => `_item${i}`);

/** A module as Emscripten writes it, of which one line reads one export. */
const SOURCE =
  "async function _createPyodideModule(moduleArg={}){var Module=moduleArg;" +
  `var ${NAMES.join(",")},_table;function assignWasmExports(wasmExports){` +
  NAMES.map((name, i) => {
    const end = i % 3 === 0 ? ".value>>>0" : "";
    return `${name}=Module["${name}"]=wasmExports["${name.slice(1)}"]${end};`;
  }).join("") +
  '_table=Module["_own"]=wasmExports["table"]}assignWasmExports(Module.given);' +
  "Module.read=_item7;return Module}export default _createPyodideModule;\n";

/** @param {string} source */
async function made(source) {
  const { default: create } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  /** @type {Record<string, unknown>} */
  const given = { table: "the table" };
  for (const [i, name] of NAMES.entries()) {
    const address = new WebAssembly.Global({ value: "i32" }, i);
    given[name.slice(1)] = i % 3 === 0 ? address : Object.assign(() => i, { number: i });
  }
  return await create({ given });
}

describe("the core's JavaScript", () => {
  test("does the same when it is lean: every export is a property of the module", async () => {
    const [before, lean] = [await made(SOURCE), await made(leanCore(SOURCE))];
    const seen = (/** @type {Record<string, any>} */ module) =>
      [...NAMES, "_own", "read"].map((name) => module[name]?.number ?? module[name]);
    assert.deepEqual(seen(lean), seen(before));
    assert.equal(typeof lean["_item1"], "function");
    assert.equal(lean["_item3"], 3);
  });

  test("has no variable that nothing reads", () => {
    const lean = leanCore(SOURCE);
    assert.match(lean, /var _item7,_table;/);
    assert.equal(lean.match(/_item8/g), null);
  });

  test("is a third shorter, of the Pyodide that we have", async () => {
    const file = path.join(root, "node_modules/pyodide/pyodide.asm.mjs");
    const source = await readFile(file, "utf8");
    assert.ok(leanCore(source).length < (2 / 3) * source.length);
  });

  test("of another Pyodide is refused, not guessed at", () => {
    for (const part of [
      "_createPyodideModule",
      "assignWasmExports(wasm",
      "=Module",
      "var _item0",
    ]) {
      const other = SOURCE.replaceAll(part, part.toUpperCase());
      assert.throws(() => leanCore(other), /another Pyodide/, part);
    }
  });
});
