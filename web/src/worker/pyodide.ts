/** Starts Pyodide with the app's packages and files, and tabstream in it. */
import { loadPyodide, type PyodideAPI } from "pyodide";
import { stage, traced } from "../protocol/trace.ts";
import type { AppFiles, Boot } from "../protocol/worker.ts";
import { type Assets, VIRTUAL_BASE } from "./assets.ts";

/** Where the app's folder is, for Python. */
export const APP_FOLDER = "/app";

const PYODIDE = "pyodide/";
const WASM = `${PYODIDE}pyodide.asm.wasm`;
/** Imported from where it is: unpacking it would cost more than reading from it. */
const RUNTIME = "/lib/tabstream.zip";

type CreateModule = NonNullable<
  NonNullable<Parameters<typeof loadPyodide>[0]>["createPyodideModule"]
>;

/** Load the interpreter; every asset is under way at once. */
export async function startPyodide(
  { packages, files }: Boot,
  assets: Assets,
  print: (text: string) => void,
): Promise<PyodideAPI> {
  noticeBadWasm((error) => assets.fail("broken_asset", WASM, error));
  const core = assets.module<{ default: CreateModule }>(`${PYODIDE}pyodide.asm.mjs`);
  const runtime = assets.open(`${PYODIDE}tabstream.zip`).then((response) => response.bytes());
  const lock = assets.open(`${PYODIDE}pyodide-lock.json`).then((response) => response.text());
  const started = stage("start Python");
  const pyodide = await loadPyodide({
    indexURL: VIRTUAL_BASE + PYODIDE,
    packageBaseUrl: VIRTUAL_BASE + PYODIDE,
    // Not awaited here: the wasm is fetched as soon as this call is made.
    createPyodideModule: async (settings) => (await core).default(settings),
    lockFileContents: lock,
    packages: packages.lock,
    env: { HOME: "/home/pyodide", PYTHONPATH: RUNTIME, MPLBACKEND: "AGG" },
    stdout: print,
    stderr: print,
    enableRunUntilComplete: canSuspend(),
    fsInit: async (fs) => fs.writeFile(RUNTIME, await runtime),
  });
  started();
  writeFiles(pyodide, files);
  return pyodide;
}

/** Whether Python can be suspended in the middle of a script (JSPI). */
export function canSuspend(): boolean {
  return "Suspending" in WebAssembly;
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

/**
 * Pyodide never settles when its wasm does not compile, be it cut off or the error page that a
 * host answers with status 200. So the first compilation, which is that, is listened to.
 */
function noticeBadWasm(onError: (error: unknown) => void): void {
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    WebAssembly.instantiateStreaming = instantiateStreaming;
    try {
      return await traced("compile", instantiateStreaming(source, imports));
    } catch (error) {
      onError(error);
      throw error;
    }
  };
}
