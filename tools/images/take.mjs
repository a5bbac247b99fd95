// Takes one memory image, in a process of its own: `node tools/images/take.mjs NAME INTO`.
//
// Needs what `ensureImages` in images.mjs has made before: the code of web/src/image, bundled.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { unzipSync, zipSync } from "fflate";
import { loadPyodide } from "pyodide";
import { runTool } from "../setup/command.mjs";
import { writeWhole } from "../setup/files.mjs";
import { pyodideFolder } from "../setup/paths.mjs";
import { imageCode, PRESETS, scriptOf } from "./presets.mjs";

/** Parts of Python's library for other systems, or for a terminal: here none of them can be imported. */
const FOR_ELSEWHERE =
  /^(?:asyncio\/windows_|ctypes\/(?:macholib\/|_aix)|encodings\/(?:mbcs|oem)\.|multiprocessing\/popen_spawn_win32|_pyrepl\/(?!(?:__init__|pager|trace|types|utils)\.py))/;

/** The first moment that a zip archive can express, wherever the clock stands. */
const EPOCH = new Date(1980, 0, 2);

await runTool(async () => {
  const [name = "", into = ""] = process.argv.slice(2);
  const preset = PRESETS.find((one) => one.name === name);
  if (!preset) throw new Error(`There is no image "${name}".`);
  const parts = await take(preset);
  await writeWhole(into, await promisify(gzip)(Buffer.concat(parts), { level: preset.level }));
});
// Pyodide would keep the process waiting.
process.exit();

/** @param {import("./presets.mjs").Preset} preset */
async function take({ packages, apps }) {
  const { ENVIRONMENT, EXECUTABLE, pretendJspi, RUNTIME, takeImage } = await import(imageCode);
  pretendJspi();
  const { default: createModule } = await import(path.join(pyodideFolder, "pyodide.asm.mjs"));
  const scripts = await Promise.all(apps.map((app) => readFile(scriptOf(app), "utf8")));
  const support = await readSupport();
  const stdlib = path.join(await mkdtemp(path.join(tmpdir(), "tabstream-")), "stdlib.zip");
  await writeFile(stdlib, support.stdlib);
  const parts = await takeImage({
    createModule,
    install: packages.length > 0 ? install(packages) : null,
    support,
    start: (/** @type {object} */ options) =>
      loadPyodide({
        indexURL: `${pyodideFolder}/`,
        stdLibURL: stdlib,
        lockFileContents: new TextDecoder().decode(support.lock),
        packageBaseUrl: `${pyodideFolder}/`,
        env: ENVIRONMENT,
        args: [],
        _sysExecutable: EXECUTABLE,
        fsInit: async (/** @type {any} */ fs) => fs.writeFile(RUNTIME, support.runtime),
        ...options,
      }),
    warmUp(/** @type {import("pyodide").PyodideAPI} */ pyodide) {
      const { warm_up } = pyodide.pyimport("tabstream._image");
      for (const script of scripts) warm_up(script);
    },
  });
  await rm(path.dirname(stdlib), { recursive: true });
  return parts;
}

/**
 * Loads packages of the lock, without a word.
 * @param {string[]} packages
 */
function install(packages) {
  const silent = { messageCallback: () => {}, errorCallback: () => {} };
  return (/** @type {import("pyodide").PyodideAPI} */ pyodide) =>
    pyodide.loadPackage(packages, silent);
}

/**
 * Reads what the core reads. The archives are not compressed, since the image is, as a whole; and
 * of our own package there are the sources alone: what an image has imported is compiled.
 */
async function readSupport() {
  const read = (/** @type {string} */ name) => readFile(path.join(pyodideFolder, name));
  const [stdlib, runtime, lock] = await Promise.all(
    ["python_stdlib.zip", "tabstream.zip", "pyodide-lock.json"].map(read),
  );
  return {
    stdlib: store(stdlib, (name) => !FOR_ELSEWHERE.test(name)),
    runtime: store(runtime, (name) => !name.endsWith(".pyc")),
    lock: new Uint8Array(lock ?? []),
  };
}

/**
 * Makes an archive of another one's files that are wanted, without compression.
 * @param {Uint8Array | undefined} archive
 * @param {(name: string) => boolean} isWanted
 */
function store(archive, isWanted) {
  const files = Object.entries(unzipSync(archive ?? new Uint8Array(0)));
  const wanted = files.filter(([name]) => isWanted(name));
  return zipSync(Object.fromEntries(wanted), { level: 0, mtime: EPOCH });
}
