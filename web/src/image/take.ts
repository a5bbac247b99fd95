/**
 * Takes an image of an interpreter that has imported what an app needs. A first session finds out
 * which files and side modules its packages come to; a second one lays them out as a restoring one
 * will, runs what is to be warm, and is then kept.
 */
import type { PyodideAPI } from "pyodide";
import {
  type CreateModule,
  type Emscripten,
  emscriptenOf,
  MismatchError,
  type Settings,
  type TimeZoneAddresses,
} from "./emscripten.ts";
import { NO_START, SITE_PACKAGES } from "./environment.ts";
import { mountFiles, readFiles } from "./files.ts";
import {
  type Bytes,
  changedBlocks,
  encodeHead,
  type ImageHeader,
  PARTS,
  type Packed,
  pack,
  type Support,
} from "./format.ts";
import { digestOf, unstableGrains } from "./fresh.ts";
import { clearFreeMemory } from "./heap.ts";
import {
  type Construct,
  handlesOf,
  type Layout,
  layOut,
  type SideModule,
  SPARE_SLOTS,
} from "./layout.ts";
import { findRunSync, trampoline } from "./machine.ts";
import { takenSlots } from "./table.ts";

/** How the taker starts an interpreter: as the worker does, with these options added. */
export type Start = (options: {
  createPyodideModule: CreateModule;
  _makeSnapshot?: boolean;
  _loadSnapshot?: Uint8Array;
}) => Promise<PyodideAPI>;

export interface Taking {
  createModule: CreateModule;
  start: Start;
  /** Puts the packages into an interpreter; null: there are none. */
  install: ((pyodide: PyodideAPI) => Promise<void>) | null;
  /** What `start` gives the core to read: it is read from the image, too. */
  support: Support;
  /** What the interpreter does before its image is taken, Python's way: imports, a first run. */
  warmUp: (pyodide: PyodideAPI) => void;
}

/** What a plain session came to. */
interface Findings {
  files: [string, Bytes][];
  modules: [string, Bytes][];
  packages: Record<string, string>;
}

/** The parts of an image, to be written one after the other. */
export async function takeImage(taking: Taking): Promise<Bytes[]> {
  const findings = await lookAround(taking);
  const compiled = await compile(findings.modules);
  const laid = await laidOut(taking, compiled);
  const others = [await freshMemory(taking, compiled), await freshMemory(taking, compiled)];
  const files = pack(findings.files);
  warmUp(taking, findings, laid, files);
  const core = emscriptenOf(laid.session);
  const unstable = unstableGrains([laid.fresh, ...others], [trampoline(core).address]);
  const blocks = changedBlocks(laid.fresh, core.HEAPU8, unstable);
  const parts = {
    modules: pack(findings.modules),
    support: pack(Object.entries(taking.support)),
    memory: pack(blocks.map(([start, length]) => ["", core.HEAPU8.slice(start, start + length)])),
    files,
  };
  const header: ImageHeader = {
    build: core.API.config.BUILD_ID,
    layout: laid.layout,
    fresh: { digest: digestOf(laid.fresh, unstable), unstable },
    handles: handlesOf(core),
    slots: takenSlots(core, laid.layout.end),
    objects: core.API.serializeHiwireState((object) => {
      throw new MismatchError(`Python holds ${String(object)}`);
    }),
    runSync: findRunSync(core),
    timeZone: laid.timeZone(),
    packages: findings.packages,
    size: core.HEAPU8.length,
    modules: parts.modules.index,
    support: parts.support.index,
    files: files.index,
    blocks,
    parts: {
      modules: parts.modules.content.length,
      support: parts.support.content.length,
      memory: parts.memory.content.length,
      files: files.content.length,
    },
  };
  return [encodeHead(header), ...PARTS.map((part) => parts[part].content)];
}

/** Bring an interpreter to where it is to be kept, and leave nothing in it that is of no use. */
function warmUp(
  taking: Taking,
  findings: Findings,
  { session, constructors }: LaidOut,
  files: Packed,
): void {
  for (const construct of constructors) construct();
  mountFiles(session.FS, files.index, files.content);
  for (const [path] of findings.modules) session.FS.writeFile(path, new Uint8Array(0));
  Object.assign(session.loadedPackages, findings.packages);
  taking.warmUp(session);
  for (const name of Object.keys(session.loadedPackages)) {
    Reflect.deleteProperty(session.loadedPackages, name);
  }
  clearFreeMemory(emscriptenOf(session));
}

/** Native parts are loaded when a package is, not when it is imported: nothing needs to run. */
async function lookAround({ createModule, start, install }: Taking): Promise<Findings> {
  if (!install) return { files: [], modules: [], packages: {} };
  const session = await start({ createPyodideModule: createModule });
  await install(session);
  const core = emscriptenOf(session);
  const loaded = Object.keys(core.LDSO.loadedLibsByName).filter((path) => path.endsWith(".so"));
  const files = new Map(readFiles(session.FS, SITE_PACKAGES));
  const modules = loaded.map((path): [string, Bytes] => {
    const content = files.get(path);
    if (!content) throw new MismatchError(`${path} is not among the packages' files`);
    return [path, content];
  });
  for (const path of loaded) files.delete(path);
  // Compiled code is not shipped: what the image has imported is never imported again.
  const kept = [...files].filter(([path]) => !path.endsWith(".pyc"));
  return { files: kept, modules, packages: { ...session.loadedPackages } };
}

function compile(modules: Findings["modules"]): Promise<SideModule[]> {
  return Promise.all(
    modules.map(async ([path, content]) => ({ path, module: await WebAssembly.compile(content) })),
  );
}

/** A core with its side modules in it. */
interface Core {
  layout: Layout;
  constructors: Construct[];
  /** The memory as it was when C was ready and Python was not. */
  fresh: Bytes;
}

interface LaidOut extends Core {
  session: PyodideAPI;
  timeZone: () => TimeZoneAddresses;
}

/** Start Python in a core that is laid out as a restoring one will be. */
async function laidOut({ createModule, start }: Taking, modules: SideModule[]): Promise<LaidOut> {
  let made: Core | undefined;
  let timeZone: TimeZoneAddresses | undefined;
  const session = await start({
    _makeSnapshot: true,
    createPyodideModule: (settings) => {
      const core = settings as unknown as Settings & Emscripten;
      core.onRuntimeInitialized = () => {
        made = putTogether(core, modules);
      };
      const { instantiateWasm } = core;
      core.instantiateWasm = (imports, onInstance) => {
        const tell = imports.env._tzset_js as (...addresses: TimeZoneAddresses) => void;
        imports.env._tzset_js = (...addresses: TimeZoneAddresses) => {
          timeZone = addresses;
          tell(...addresses);
        };
        return instantiateWasm(imports, onInstance);
      };
      return createModule(settings);
    },
  });
  if (!made) throw new MismatchError("the core did not say that it is ready");
  return {
    session,
    ...made,
    timeZone: () => {
      if (!timeZone) throw new MismatchError("nobody asked for the time zone");
      return timeZone;
    },
  };
}

function putTogether(core: Emscripten, modules: SideModule[]): Core {
  const laid = layOut(core, modules, core.wasmTable.length + SPARE_SLOTS);
  return { ...laid, fresh: core.HEAPU8.slice() };
}

/** The memory of one more core that was put together in the same way; Python never starts in it. */
async function freshMemory({ createModule, start }: Taking, modules: SideModule[]): Promise<Bytes> {
  const stop = new Error("this is all that was wanted");
  let fresh: Bytes | undefined;
  await start({
    _loadSnapshot: NO_START,
    createPyodideModule: async (settings) => {
      const core = settings as unknown as Settings & Emscripten;
      core.onRuntimeInitialized = () => {
        fresh = putTogether(core, modules).fresh;
      };
      await createModule(settings);
      throw stop;
    },
  }).catch((error: unknown) => {
    if (error !== stop) throw error;
  });
  if (!fresh) throw new MismatchError("the core did not say that it is ready");
  return fresh;
}
