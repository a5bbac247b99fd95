// The folder that the site serves as `pyodide/`:
//
//   pyodide.mjs, pyodide.asm.wasm, python_stdlib.zip   the core, from npm
//   pyodide.asm.mjs     its JavaScript, without what makes every start wait
//   *.whl               the packages we ship, as tools/packages pins them
//   pyodide-lock.json   those by name, all others by their address at the distribution's CDN
//   tabstream.zip       our own Python package, with bytecode
//   *.gzipped           packed copies of what is large and not packed already
import { copyFile, readFile } from "node:fs/promises";
import path from "node:path";
import { ensureRuntime, runtimeArchive } from "../runtime/runtime.mjs";
import { run } from "../setup/command.mjs";
import { copyFolder, hashOf, replaceFolder, writeWhole } from "../setup/files.mjs";
import { pyodideFolder, root, sharedCache, workFolder } from "../setup/paths.mjs";
import { ensurePython } from "../setup/python.mjs";
import { makeOnce, stampOf } from "../setup/stamps.mjs";
import { step } from "../setup/steps.mjs";
import { leanCore } from "./lean-core.mjs";
import { packFile } from "./packed.mjs";

const SCRIPT = "pyodide.asm.mjs";

export const CORE_FILES = ["pyodide.mjs", SCRIPT, "pyodide.asm.wasm", "python_stdlib.zip"];

/** Not the core's JavaScript: engines remember what they compiled of a script by its address. */
const PACKED_FILES = ["pyodide.asm.wasm", "pyodide-lock.json", "tabstream.zip"];

/** Where the core comes from. */
export const core = path.join(root, "node_modules/pyodide");
const packagesTool = path.join(root, "tools/packages");
const wheelsFolder = path.join(workFolder, "wheels");

/** Fills the folder unless it is full already. */
export async function ensurePyodideFolder() {
  const python = await ensurePython("run");
  await makeOnce(wheelsFolder, await hashOf([packagesTool]), () =>
    step("Fetching the Python packages of the site", () => fetchWheels(python)),
  );
  await ensureRuntime();
  const parts = [import.meta.dirname, stampOf(wheelsFolder), stampOf(runtimeArchive)];
  const input = await hashOf([...parts, path.join(core, "package.json")]);
  await makeOnce(pyodideFolder, input, () => replaceFolder(pyodideFolder, fill));
}

/** @param {string} python */
async function fetchWheels(python) {
  const cache = path.join(sharedCache, "wheels");
  const options = ["--into", wheelsFolder, "--cache", cache];
  await run(python, ["-m", "tools.packages", "fetch", ...options]);
}

/** @param {string} folder */
async function fill(folder) {
  await copyFolder(wheelsFolder, folder);
  for (const file of CORE_FILES) await copyFile(path.join(core, file), path.join(folder, file));
  await writeWhole(
    path.join(folder, SCRIPT),
    leanCore(await readFile(path.join(core, SCRIPT), "utf8")),
  );
  await copyFile(runtimeArchive, path.join(folder, "tabstream.zip"));
  const lock = JSON.parse(await readFile(path.join(packagesTool, "pyodide.lock"), "utf8"));
  await writeWhole(path.join(folder, "pyodide-lock.json"), JSON.stringify(lock));
  for (const file of PACKED_FILES) await packFile(folder, file);
}
