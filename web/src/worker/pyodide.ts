/** Starts Pyodide with the app's packages and files, and tabstream in it. */
import { loadPyodide, type PyodideAPI } from "pyodide";
import type { AppFiles, Boot } from "../protocol/worker.ts";
import { type Assets, VIRTUAL_BASE } from "./assets.ts";
import type { BootProgress } from "./progress.ts";

/** Where the app's folder is, for Python. */
export const APP_FOLDER = "/app";

const PYODIDE = "pyodide/";
/** Imported from where it is: unpacking it would cost more than reading from it. */
const RUNTIME = "/lib/tabstream.zip";

type CreateModule = NonNullable<
  NonNullable<Parameters<typeof loadPyodide>[0]>["createPyodideModule"]
>;

/** Load the interpreter; every asset is under way at once. */
export async function startPyodide(
  boot: Boot,
  assets: Assets,
  progress: BootProgress,
  print: (text: string) => void,
): Promise<PyodideAPI> {
  const core = assets.module<{ default: CreateModule }>(`${PYODIDE}pyodide.asm.mjs`);
  const runtime = assets.open(`${PYODIDE}tabstream.zip`).then((response) => response.bytes());
  const lock =
    boot.packages.length > 0 || boot.micropip.length > 0
      ? assets.open(`${PYODIDE}pyodide-lock.json`).then((response) => response.text())
      : EMPTY_LOCK;
  progress.enter("python");
  const pyodide = await loadPyodide({
    indexURL: `${VIRTUAL_BASE}${PYODIDE}`,
    packageBaseUrl: `${VIRTUAL_BASE}${PYODIDE}`,
    createPyodideModule: (await core).default,
    lockFileContents: lock,
    packages: boot.packages,
    env: { HOME: "/home/pyodide", PYTHONPATH: RUNTIME, MPLBACKEND: "AGG" },
    stdout: print,
    stderr: print,
    enableRunUntilComplete: "Suspending" in WebAssembly,
    fsInit: async (fs) => {
      fs.writeFile(RUNTIME, await runtime);
    },
  });
  writeFiles(pyodide, boot.files);
  return pyodide;
}

/** Write files of the app; folders are made as needed. */
export function writeFiles(pyodide: PyodideAPI, files: AppFiles): void {
  pyodide.FS.mkdirTree(APP_FOLDER);
  for (const [path, bytes] of files) {
    const address = `${APP_FOLDER}/${path}`;
    pyodide.FS.mkdirTree(address.slice(0, address.lastIndexOf("/")));
    pyodide.FS.writeFile(address, bytes);
  }
}

/** Remove files of the app. */
export function removeFiles(pyodide: PyodideAPI, paths: readonly string[]): void {
  for (const path of paths) {
    const address = `${APP_FOLDER}/${path}`;
    if (pyodide.FS.analyzePath(address).exists) pyodide.FS.unlink(address);
  }
}

/** For an app without packages: the real lock need not be fetched. */
const EMPTY_LOCK = JSON.stringify({
  info: {
    abi_version: "2026_0",
    arch: "wasm32",
    platform: "emscripten_5_0_3",
    python: "3.14.2",
    version: "314.0.7",
  },
  packages: {},
});
