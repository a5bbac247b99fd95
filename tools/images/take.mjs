// Takes one memory image, in a process of its own: `node tools/images/take.mjs NAME INTO`.
//
// Needs what `ensureImages` in images.mjs has made before: the code of web/src/image, bundled.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { loadPyodide } from "pyodide";
import { writeWhole } from "../setup/files.mjs";
import { pyodideFolder } from "../setup/paths.mjs";
import { appOf, imageCode, PRESETS } from "./presets.mjs";

const [name = "", into = ""] = process.argv.slice(2);
const preset = PRESETS.find((one) => one.name === name);
if (!preset) throw new Error(`There is no image "${name}".`);

pretendJspi();
const { ENVIRONMENT, EXECUTABLE, RUNTIME, takeImage } = await import(imageCode);
const { default: createModule } = await import(path.join(pyodideFolder, "pyodide.asm.mjs"));
const runtime = await readFile(path.join(pyodideFolder, "tabstream.zip"));
const app = await readFile(appOf(name), "utf8");

const parts = await takeImage({
  createModule,
  packages: preset.packages,
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
    pyodide.pyimport("tabstream._image").warm_up(app);
  },
});
await writeWhole(into, await promisify(gzip)(Buffer.concat(parts), { level: 9 }));
console.log(JSON.stringify({ raw: parts.reduce((sum, { length }) => sum + length, 0) }));
process.exit(0);

/**
 * Lets Python start as it does where it can be suspended. Node 20 cannot, and nothing here asks it
 * to; only which function stands for it is decided at the start, and kept in the image.
 */
function pretendJspi() {
  if ("Suspending" in WebAssembly) return;
  /** @param {Function} callee */
  const Suspending = function (callee) {
    return callee;
  };
  /** @param {Function} callee */
  const promising = (callee) =>
    async (/** @type {unknown[]} */ ...args) => callee(...args);
  Object.assign(WebAssembly, { Suspending, promising });
}
