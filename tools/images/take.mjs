// Takes one memory image, in a process of its own: `node tools/images/take.mjs NAME INTO`.
//
// Needs what `ensureImages` in images.mjs has made before: the code of web/src/image, bundled.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { loadPyodide } from "pyodide";
import { runTool } from "../setup/command.mjs";
import { writeWhole } from "../setup/files.mjs";
import { pyodideFolder } from "../setup/paths.mjs";
import { imageCode, PRESETS, scriptOf } from "./presets.mjs";

await runTool(async () => {
  const [name = "", into = ""] = process.argv.slice(2);
  const preset = PRESETS.find((one) => one.name === name);
  if (!preset) throw new Error(`There is no image "${name}".`);
  const parts = await take(preset);
  await writeWhole(into, await promisify(gzip)(Buffer.concat(parts), { level: 9 }));
});
// Pyodide would keep the process waiting.
process.exit();

/** @param {import("./presets.mjs").Preset} preset */
async function take({ packages, apps }) {
  pretendJspi();
  const { ENVIRONMENT, EXECUTABLE, RUNTIME, takeImage } = await import(imageCode);
  const { default: createModule } = await import(path.join(pyodideFolder, "pyodide.asm.mjs"));
  const runtime = await readFile(path.join(pyodideFolder, "tabstream.zip"));
  const scripts = await Promise.all(apps.map((app) => readFile(scriptOf(app), "utf8")));
  return await takeImage({
    createModule,
    packages,
    start: (/** @type {object} */ options) =>
      loadPyodide({
        indexURL: `${pyodideFolder}/`,
        lockFileURL: path.join(pyodideFolder, "pyodide-lock.json"),
        env: ENVIRONMENT,
        args: [],
        _sysExecutable: EXECUTABLE,
        fsInit: async (/** @type {any} */ fs) => fs.writeFile(RUNTIME, runtime),
        ...options,
      }),
    warmUp(/** @type {import("pyodide").PyodideAPI} */ pyodide) {
      const { warm_up } = pyodide.pyimport("tabstream._image");
      for (const script of scripts) warm_up(script);
    },
  });
}

/**
 * Lets Python start as it does where it can be suspended. Node 20 cannot, and nothing here asks it
 * to; only which function stands for it is decided at the start, and kept in the image.
 */
function pretendJspi() {
  if (!("Suspending" in WebAssembly)) Object.assign(WebAssembly, { Suspending, promising });
}

/** @param {Function} callee */
function Suspending(callee) {
  return callee;
}

/** @param {Function} callee */
function promising(callee) {
  return async (/** @type {unknown[]} */ ...args) => callee(...args);
}
