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
import { traced } from "../protocol/trace.ts";
import type { AppFiles, KeptFile } from "../protocol/worker.ts";
import { type Assets, VIRTUAL_BASE } from "./assets.ts";
import { readKept } from "./kept-files.ts";
import { type Linked, link } from "./link.ts";

/** Where the app's folder is, for Python. */
export const APP_FOLDER = "/app";

const PYODIDE = "pyodide/";
const WASM = `${PYODIDE}pyodide.asm.wasm`;

/** The parts of the core, by their paths on the site. */
export const CORE = {
  module: `${PYODIDE}pyodide.asm.mjs`,
  stdlib: `${PYODIDE}python_stdlib.zip`,
  runtime: `${PYODIDE}tabstream.zip`,
  lock: `${PYODIDE}pyodide-lock.json`,
};

/** How every Python here is started, whatever comes besides. */
export const START_OPTIONS = {
  indexURL: VIRTUAL_BASE + PYODIDE,
  packageBaseUrl: VIRTUAL_BASE + PYODIDE,
  env: ENVIRONMENT,
  args: [] as string[],
  _sysExecutable: EXECUTABLE,
};

/** What Pyodide is told to fetch as Python's library, which the image has: nothing. */
const IN_IMAGE = "image/stdlib.zip";

type StartOptions = Parameters<typeof loadPyodide>[0] & { image?: ImageReader };

/** The interpreter's core, which is on its way and being compiled as soon as there is one of these. */
export class Core {
  readonly #assets: Assets;
  readonly #print: (text: string) => void;
  readonly #module: Promise<{ default: CreateModule }>;
  readonly #compiled: Promise<WebAssembly.Module>;

  /** `kept` is its program as the browser has it; `onUseless` hears that it cannot be used. */
  constructor(
    assets: Assets,
    kept: KeptFile | null,
    { print, onUseless }: { print: (text: string) => void; onUseless: () => void },
  ) {
    this.#assets = assets;
    this.#print = print;
    this.#module = assets.module(CORE.module);
    this.#compiled = traced("compile", this.#compile(kept, onUseless));
    // Cut off, or the error page that a host answers with status 200: Pyodide would never settle.
    this.#compiled.catch((error: unknown) => assets.fail("broken_asset", WASM, error));
    this.#module.catch(() => {}); // which has been told; nobody may have asked for it yet
  }

  /** Start Python with packages of the lock; every asset is under way at once. */
  start(packages: string[]): Promise<PyodideAPI> {
    const runtime = this.#assets.open(CORE.runtime);
    const lock = this.#assets.open(CORE.lock);
    return this.#load({
      packages,
      lockFileContents: lock.then((response) => response.text()),
      fsInit: async (fs) => fs.writeFile(RUNTIME, await (await runtime).bytes()),
    });
  }

  /** Restore Python with the packages that are in an image, and with its lock or the site's own. */
  async restore(image: ImageReader, hasOwnLock: boolean): Promise<PyodideAPI> {
    const lock = hasOwnLock
      ? this.#assets.open(CORE.lock).then((response) => response.text())
      : image.support().then((parts) => new TextDecoder().decode(parts.lock));
    this.#assets.give(IN_IMAGE, Promise.resolve(new Uint8Array()));
    const pyodide = await this.#load({
      _loadSnapshot: NO_START,
      stdLibURL: VIRTUAL_BASE + IN_IMAGE,
      lockFileContents: lock,
      image,
    });
    await traced("mount packages", finishRestoring(pyodide, image));
    return pyodide;
  }

  async #load({ image, ...options }: StartOptions): Promise<PyodideAPI> {
    const { settle, unhook } = this.#offerCompiled();
    const loading = loadPyodide({
      ...START_OPTIONS,
      createPyodideModule: async (settings) => {
        const create = (await this.#module).default;
        (settings.preRun as (() => void)[]).push(settle);
        return await (image ? restoringModule(create, image) : create)(settings);
      },
      stdout: this.#print,
      stderr: this.#print,
      enableRunUntilComplete: canSuspend(),
      ...options,
    });
    const pyodide = await traced("start Python", loading).finally(unhook);
    pyodide.pyimport("tabstream._image").wake(navigator.language, navigator.userAgent);
    return pyodide;
  }

  async #compile(kept: KeptFile | null, onUseless: () => void): Promise<WebAssembly.Module> {
    if (kept) {
      try {
        const module = await WebAssembly.compile(await readKept(kept));
        this.#assets.countWhole(WASM);
        return module;
      } catch {
        onUseless();
      }
    }
    return WebAssembly.compileStreaming(this.#assets.open(WASM));
  }

  /**
   * Let Pyodide, which would fetch and compile the core by itself, have the one that is under way.
   * `settle` is to be called when the core is put together.
   */
  #offerCompiled(): { settle: () => void; unhook: () => void } {
    this.#assets.give(WASM, Promise.resolve(new Uint8Array()));
    const { instantiateStreaming } = WebAssembly;
    let linked: Linked | null = null;
    WebAssembly.instantiateStreaming = async (_fetched, imports = {}) => {
      const module = await this.#compiled;
      linked = await link(module, imports);
      return { module, instance: linked.instance };
    };
    return {
      settle: () => linked?.settle(),
      unhook() {
        WebAssembly.instantiateStreaming = instantiateStreaming;
      },
    };
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
