// Packs our Python package for the browser, by the very Pyodide that will run it.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { hashOf, listFiles, writeWhole } from "../setup/files.mjs";
import { root, workFolder } from "../setup/paths.mjs";
import { makeOnce } from "../setup/stamps.mjs";
import { step } from "../setup/steps.mjs";

const sources = path.join(root, "py/tabstream");
const packer = path.join(root, "tools/runtime/pack.py");

/** The archive, once it is packed. */
export const runtimeArchive = path.join(workFolder, "runtime/tabstream.zip");

/**
 * The command line runs beside the browser, never in it.
 * @param {string} file
 */
export const isRuntimeFile = (file) => !file.startsWith("cli/");

/** Packs the archive unless the sources are the same as the last time. */
export async function ensureRuntime() {
  const input = await hashOf(
    [sources, packer, path.join(root, "node_modules/pyodide/package.json")],
    isRuntimeFile,
  );
  await makeOnce(runtimeArchive, input, () => step("Compiling the Python package", packRuntime));
}

async function packRuntime() {
  const { loadPyodide } = await import("pyodide");
  const names = (await listFiles(sources)).filter(isRuntimeFile);
  // A fixed hash seed: sets of constants are written in hash order.
  const pyodide = await loadPyodide({ env: { PYTHONHASHSEED: "0", HOME: "/home/pyodide" } });
  pyodide.mountNodeFS("/sources", path.dirname(sources));
  pyodide.runPython(await readFile(packer, "utf8"));
  const pack = pyodide.globals.get("pack");
  const packed = pack(
    "/sources",
    names.map((name) => `tabstream/${name}`),
  );
  await writeWhole(runtimeArchive, packed.toJs());
}
