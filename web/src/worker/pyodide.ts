/** Starts Pyodide with an app's packages: from a memory image, or else plainly. */
import { loadPyodide, type PyodideAPI } from "pyodide";
import {
  type CreateModule,
  ENVIRONMENT,
  EXECUTABLE,
  finishRestoring,
  type ImageReader,
  NO_START,
  RUNTIME,
  restoringModule,
} from "../image/image.ts";
import type { AppFiles } from "../protocol/worker.ts";
import { type Assets, VIRTUAL_BASE } from "./assets.ts";

/** Where the app's folder is, for Python. */
export const APP_FOLDER = "/app";

const PYODIDE = "pyodide/";
const WASM = `${PYODIDE}pyodide.asm.wasm`;

/** What every start needs; all of it is under way as soon as this is called. */
export class Core {
  readonly #assets: Assets;
  readonly #print: (text: string) => void;
  readonly #module: Promise<{ default: CreateModule }>;
  readonly #runtime: Promise<Uint8Array>;
  readonly #lock: Promise<string>;

  constructor(assets: Assets, print: (text: string) => void) {
    this.#assets = assets;
    this.#print = print;
    this.#module = assets.module(`${PYODIDE}pyodide.asm.mjs`);
    this.#runtime = assets.open(`${PYODIDE}tabstream.zip`).then((response) => response.bytes());
    this.#lock = assets.open(`${PYODIDE}pyodide-lock.json`).then((response) => response.text());
  }

  /** Start Python with packages of the lock. */
  start(packages: string[]): Promise<PyodideAPI> {
    return this.#load({ packages });
  }

  /** Restore Python with the packages that are in an image. */
  async restore(image: ImageReader): Promise<PyodideAPI> {
    const pyodide = await this.#load({
      _loadSnapshot: NO_START,
      createPyodideModule: async (settings) =>
        restoringModule((await this.#module).default, image)(settings),
    });
    await finishRestoring(pyodide, image);
    return pyodide;
  }

  async #load(options: Parameters<typeof loadPyodide>[0]): Promise<PyodideAPI> {
    noticeBadWasm((error) => this.#assets.fail("broken_asset", WASM, error));
    const pyodide = await loadPyodide({
      indexURL: VIRTUAL_BASE + PYODIDE,
      packageBaseUrl: VIRTUAL_BASE + PYODIDE,
      // Not awaited here: the wasm is fetched as soon as this call is made.
      createPyodideModule: async (settings) => (await this.#module).default(settings),
      lockFileContents: this.#lock,
      env: ENVIRONMENT,
      args: [],
      _sysExecutable: EXECUTABLE,
      stdout: this.#print,
      stderr: this.#print,
      enableRunUntilComplete: canSuspend(),
      fsInit: async (fs) => fs.writeFile(RUNTIME, await this.#runtime),
      ...options,
    });
    pyodide.pyimport("tabstream._image").wake(navigator.language, navigator.userAgent);
    return pyodide;
  }
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
      return await instantiateStreaming(source, imports);
    } catch (error) {
      onError(error);
      throw error;
    }
  };
}
