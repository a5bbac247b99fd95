/**
 * Brings two interpreters to the same layout of memory and table, in a moment when C is ready and
 * Python has not touched anything: its allocator is new, so side modules that are put in one after
 * the other get the same addresses in every session and every browser.
 */
import { type Emscripten, MismatchError, type SharedObject } from "./emscripten.ts";

/** A native part of a package, compiled. */
export interface SideModule {
  path: string;
  module: WebAssembly.Module;
}

/** What a module does to its own static objects before anybody calls it. */
export type Construct = () => void;

/** Where everything came to lie. */
export interface Layout {
  /** Slots of the table before the side modules. */
  slots: number;
  /** Memory and table base of each side module. */
  bases: [memory: number, table: number][];
  /** Slots of the table after them. */
  end: number;
}

/**
 * How many slots a browser may need for itself: where there is Wasm GC, calls of C functions take
 * one. More than that is another core.
 */
export const SPARE_SLOTS = 8;

/** What the loader writes about a side module into its handle, as offsets in bytes. */
const HANDLE_SIZE = 64;
const MEMORY_BASE = 12;
const TABLE_BASE = 20;

/**
 * Put the side modules in; `slots` is the length that the table has to have before them.
 *
 * Their constructors are left to the caller, when Python is there: some make objects of Python. In
 * the memory of an image is already what they did.
 */
export function layOut(
  core: Emscripten,
  sideModules: readonly SideModule[],
  slots: number,
): { layout: Layout; constructors: Construct[] } {
  const missing = slots - core.wasmTable.length;
  if (missing < 0) throw new MismatchError(`the table has ${core.wasmTable.length} slots`);
  core.wasmTable.grow(missing);
  const handle = core._calloc(1, HANDLE_SIZE);
  const constructors: Construct[] = [];
  const bases = sideModules.map((one): [number, number] => {
    const shared = core.newDSO(one.path, undefined, "loading");
    shared.refcount = Number.POSITIVE_INFINITY;
    shared.global = false;
    shared.exports = keepingConstructors(constructors, () => instantiate(core, one, handle));
    return [core.HEAPU32[(handle + MEMORY_BASE) / 4], core.HEAPU32[(handle + TABLE_BASE) / 4]] as [
      number,
      number,
    ];
  });
  settleWeakSymbols(core);
  return { layout: { slots, bases, end: core.wasmTable.length }, constructors };
}

/** The shared objects that Python holds by their handles, by path. */
export function handlesOf({ LDSO }: Emscripten): Record<string, number[]> {
  const handles: Record<string, number[]> = {};
  for (const [handle, shared] of Object.entries(LDSO.loadedLibsByHandle)) {
    if (Number(handle) === 0) continue; // the program itself
    handles[shared.name] ??= [];
    handles[shared.name]?.push(Number(handle));
  }
  return handles;
}

/** Give the shared objects the handles by which Python knows them. */
export function restoreHandles({ LDSO }: Emscripten, handles: Record<string, number[]>): void {
  for (const [path, numbers] of Object.entries(handles)) {
    const shared: SharedObject | undefined = LDSO.loadedLibsByName[path];
    if (!shared) throw new MismatchError(`${path} is not loaded`);
    for (const number of numbers) LDSO.loadedLibsByHandle[number] = shared;
  }
}

/** Emscripten calls what an instance exports as its constructors at once: it sees one without. */
function keepingConstructors<T>(into: Construct[], make: () => T): T {
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class {
    readonly exports: WebAssembly.Exports;
    constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
      const { __wasm_call_ctors: construct, ...others } = new Instance(module, imports).exports;
      if (typeof construct === "function") into.push(construct as Construct);
      this.exports = others;
    }
  };
  try {
    return make();
  } finally {
    WebAssembly.Instance = Instance;
  }
}

function instantiate(core: Emscripten, { path, module }: SideModule, handle: number) {
  const scope: WebAssembly.Exports = {};
  // Emscripten looks up every symbol of the program again for each module, four fifths of the time
  // that this takes. Here only the module's own are settled, and the rest may stay open.
  const symbols = WebAssembly.Module.imports(module).filter(({ module: from }) =>
    from.startsWith("GOT."),
  );
  for (const { name } of symbols) settle(core, name);
  const flags = { loadAsync: false, global: false, nodelete: true, allowUndefined: true } as const;
  const exports = core.loadWebAssemblyModule(module, flags, path, scope, handle);
  return Object.assign(scope, exports);
}

/** Look up the address of a symbol in the main program. */
function settle(core: Emscripten, name: string): void {
  core.GOT[name] ??= new WebAssembly.Global({ value: "i32", mutable: true }, -1);
  const entry = core.GOT[name];
  if (entry.value !== -1) return;
  const found = mainExports(core)[name] as
    | (WebAssembly.ExportValue & { stub?: boolean; sig?: string })
    | number
    | undefined;
  if (found === undefined) return;
  if (typeof found === "number") entry.value = found;
  else if (found.stub) return;
  else if (typeof found === "function") entry.value = core.addFunction(found, found.sig);
  else if (found instanceof WebAssembly.Global) entry.value = Number(found.value);
}

function mainExports({ LDSO }: Emscripten): WebAssembly.Exports {
  const { __main__: main } = LDSO.loadedLibsByName;
  return main?.exports ?? {};
}

/** A symbol that nobody has given is nothing, if it may be missing; else the set is incomplete. */
function settleWeakSymbols({ GOT }: Emscripten): void {
  for (const [name, entry] of Object.entries(GOT)) {
    if (entry.value !== -1) continue;
    if (entry.required) throw new MismatchError(`${name} is not defined`);
    entry.value = 0;
  }
}
