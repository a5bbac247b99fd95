/**
 * The parts of Pyodide's Emscripten module that an image touches, as core 314.0.7 has them. None is
 * a public interface, so whatever is found different ends in a `MismatchError` and a plain start.
 */
import type { loadPyodide, PyodideAPI } from "pyodide";

export interface Emscripten {
  HEAPU8: Uint8Array<ArrayBuffer>;
  HEAP32: Int32Array;
  HEAPU32: Uint32Array;
  memory: WebAssembly.Memory;
  wasmTable: WebAssembly.Table;
  /** Slots of the table that are free again. */
  freeTableIndexes: number[];
  /** Side modules, by the path they came from and by the handle that `dlopen` gave. */
  LDSO: {
    loadedLibsByName: Record<string, SharedObject>;
    loadedLibsByHandle: Record<number, SharedObject>;
  };
  /** Addresses of symbols, by name; -1 for one that nobody has given yet. */
  GOT: Record<string, WebAssembly.Global & { required?: boolean }>;
  newDSO(name: string, handle: number | undefined, exports: "loading"): SharedObject;
  loadWebAssemblyModule(
    module: WebAssembly.Module,
    flags: SideModuleFlags,
    path: string,
    scope: WebAssembly.Exports,
    handle: number,
  ): WebAssembly.Exports;
  addFunction(item: unknown, signature: string | undefined): number;
  setWasmTableEntry(slot: number, item: unknown): void;
  updateTableMap(start: number, count: number): void;
  growMemory(size: number): number | undefined;
  _calloc(count: number, size: number): number;
  _malloc(size: number): number;
  _free(address: number): void;
  _run_sync: unknown;
  _run_sync_not_supported: unknown;
  jspiSupported: boolean;
  /** Where CPython's own state lies, and where in it the way to call a C function. */
  __PyRuntime: number;
  __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: number;
  __tzset_js(...addresses: TimeZoneAddresses): void;
  __hiwire_set(index: number, value: unknown): number;
  FS: PyodideAPI["FS"];
  API: {
    pyVersionTuple: [major: number, minor: number, micro: number];
    config: { BUILD_ID: string; jsglobals: unknown };
    serializeHiwireState(serializer: (object: unknown) => unknown): ObjectTable;
    /** What is to be replaced: Pyodide's own copies the whole memory from one buffer. */
    restoreSnapshot(image: Uint8Array): ObjectTable;
    getExpectedKeys(): unknown[];
  };
}

export interface SharedObject {
  name: string;
  refcount: number;
  global: boolean;
  exports: WebAssembly.Exports;
}

interface SideModuleFlags {
  loadAsync: false;
  global: false;
  nodelete: true;
  allowUndefined: true;
}

/** JavaScript objects that Python holds, by where they are found again. */
export interface ObjectTable {
  hiwireKeys: unknown[];
  immortalKeys: string[];
}

/** Where C keeps its offset, its daylight flag and its two names of the time zone. */
export type TimeZoneAddresses = [number, number, number, number];

type LoadOptions = NonNullable<Parameters<typeof loadPyodide>[0]>;
export type CreateModule = NonNullable<LoadOptions["createPyodideModule"]>;

/** What Pyodide hands its module's maker. */
export interface Settings {
  preRun: unknown[];
  onRuntimeInitialized?: () => void;
  instantiateWasm: (
    imports: { env: Record<string, unknown> },
    onInstance: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => unknown;
  addRunDependency(name: string): void;
  removeRunDependency(name: string): void;
}

export function emscriptenOf(pyodide: PyodideAPI): Emscripten {
  return (pyodide as unknown as { _module: Emscripten })._module;
}

/** This interpreter is not the one that an image was taken from. */
export class MismatchError extends Error {}
