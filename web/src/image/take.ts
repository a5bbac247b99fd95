/**
 * Takes an image of an interpreter that has imported what an app needs. Twice the same program: the
 * first session finds out which packages, files and side modules that comes to; the second lays them
 * out as a restoring one will, and is then kept.
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
import { SITE_PACKAGES } from "./environment.ts";
import { mountFiles, readFiles } from "./files.ts";
import { type Bytes, changedBlocks, encodeHead, type ImageHeader, pack } from "./format.ts";
import { clearFreeMemory } from "./heap.ts";
import { handlesOf, type Layout, layOut, SPARE_SLOTS } from "./layout.ts";
import { findRunSync } from "./machine.ts";
import { takenSlots } from "./table.ts";

/** How the taker starts an interpreter: as the worker does, with these options added. */
export type Start = (options: {
  createPyodideModule: CreateModule;
  _makeSnapshot?: boolean;
}) => Promise<PyodideAPI>;

export interface Taking {
  createModule: CreateModule;
  start: Start;
  /** Names of packages of the lock. */
  packages: string[];
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
  const modules = pack(findings.modules);
  const files = pack(findings.files);
  const { session, layout, fresh, timeZone } = await laidOut(taking, findings);
  const core = emscriptenOf(session);
  mountFiles(session.FS, files.index, files.content);
  for (const [path] of modules.index) session.FS.writeFile(path, new Uint8Array(0));
  Object.assign(session.loadedPackages, findings.packages);
  taking.warmUp(session);
  for (const name of Object.keys(session.loadedPackages)) {
    Reflect.deleteProperty(session.loadedPackages, name);
  }
  clearFreeMemory(core);
  const memory = core.HEAPU8.slice();
  const blocks = changedBlocks(fresh, memory);
  const content = pack(blocks.map(([start, length]) => ["", memory.subarray(start, start + length)]));
  const header: ImageHeader = {
    build: core.API.config.BUILD_ID,
    layout,
    handles: handlesOf(core),
    slots: takenSlots(core, layout.end),
    objects: core.API.serializeHiwireState((object) => {
      throw new MismatchError(`Python holds ${String(object)}`);
    }),
    runSync: findRunSync(core),
    timeZone: timeZone(),
    packages: findings.packages,
    size: memory.length,
    modules: modules.index,
    files: files.index,
    blocks,
    parts: {
      modules: modules.content.length,
      memory: content.content.length,
      files: files.content.length,
    },
  };
  return [encodeHead(header), modules.content, content.content, files.content];
}

async function lookAround({ createModule, start, packages, warmUp }: Taking): Promise<Findings> {
  if (packages.length === 0) return { files: [], modules: [], packages: {} };
  const session = await start({ createPyodideModule: createModule });
  await session.loadPackage(packages, { messageCallback: () => {}, errorCallback: () => {} });
  warmUp(session);
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

interface LaidOut {
  session: PyodideAPI;
  layout: Layout;
  /** The memory as it was when C was ready and Python was not. */
  fresh: Bytes;
  timeZone: () => TimeZoneAddresses;
}

async function laidOut({ createModule, start }: Taking, { modules }: Findings): Promise<LaidOut> {
  const compiled = await Promise.all(
    modules.map(async ([path, content]) => ({ path, module: await WebAssembly.compile(content) })),
  );
  let made: { layout: Layout; fresh: Bytes } | undefined;
  let timeZone: TimeZoneAddresses | undefined;
  const session = await start({
    _makeSnapshot: true,
    createPyodideModule: async (settings) => {
      const core = settings as unknown as Settings & Emscripten;
      core.onRuntimeInitialized = () => {
        const layout = layOut(core, compiled, core.wasmTable.length + SPARE_SLOTS);
        made = { layout, fresh: core.HEAPU8.slice() };
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
