/**
 * Puts an image into an interpreter that has only just been put together. Everything is under way at
 * once: the core is compiled while the image comes, its side modules while the rest of it comes.
 */
import type { PyodideAPI } from "pyodide";
import { stage, timed, traced } from "../protocol/trace.ts";
import {
  type CreateModule,
  type Emscripten,
  emscriptenOf,
  MismatchError,
  type Settings,
} from "./emscripten.ts";
import { RUNTIME, SITE_PACKAGES } from "./environment.ts";
import { mountFiles } from "./files.ts";
import type { ImageHeader, Support } from "./format.ts";
import { expectFresh } from "./fresh.ts";
import { type Layout, layOut, restoreHandles, type SideModule } from "./layout.ts";
import { restoreRunSync, trampoline } from "./machine.ts";
import type { ImageReader } from "./reader.ts";
import { restoreSlots } from "./table.ts";

/** Make a core's module and put the image into it, where Pyodide would run its `main`. */
export function restoringModule(createModule: CreateModule, image: ImageReader): CreateModule {
  return async (settings) => {
    const core = settings as unknown as Settings & Emscripten;
    const modules = traced("compile packages", compileModules(image));
    const support = image.support();
    const together = stage("put the core together");
    let laidOut: () => Layout = () => {
      throw new MismatchError("the core did not say that it is ready");
    };
    const ready = Promise.all([modules, support]).then(([{ header, compiled }, archives]) => {
      const { layout, fresh } = header;
      core.onRuntimeInitialized = () => {
        together();
        putArchives(core, archives);
        laidOut = attempt(() => {
          const lay = () => layOut(core, compiled, layout.slots);
          const { layout: found } = timed("put packages in", lay);
          timed("compare", () => expectFresh(core.HEAPU8, fresh.digest, fresh.unstable));
          return found;
        });
      };
    });
    core.preRun.push(() => {
      core.addRunDependency("image");
      // What fails here fails where it is waited for, below.
      const goOn = () => core.removeRunDependency("image");
      void ready.then(goOn, goOn);
    });
    const [made] = await Promise.all([createModule(settings), ready]);
    const { header } = await modules;
    expectSame(header, laidOut(), core);
    await traced("fill the memory", fill(core, header, image));
    core.API.restoreSnapshot = () => header.objects;
    return made;
  };
}

/** Put Python's library and ours where Python looks for them; their bytes stay where they are. */
function putArchives({ FS, API }: Emscripten, { stdlib, runtime }: Support): void {
  const [major, minor] = API.pyVersionTuple;
  FS.writeFile(`/lib/python${major}${minor}.zip`, stdlib, { canOwn: true });
  FS.writeFile(RUNTIME, runtime, { canOwn: true });
}

/** Put the image's memory in, and what goes with it; what is this engine's own stays. */
async function fill(core: Emscripten, header: ImageHeader, image: ImageReader): Promise<void> {
  restoreSlots(core, header.slots);
  restoreHandles(core, header.handles);
  const { read, write } = trampoline(core);
  const ours = read();
  if (core.HEAPU8.length < header.size) core.growMemory(header.size);
  await image.readMemory((start, length) => core.HEAPU8.subarray(start, start + length));
  write(ours);
  restoreRunSync(core, header.runSync);
  core.__tzset_js(...header.timeZone);
}

/** Do something now; what it answers or throws comes when it is asked for. */
function attempt<T>(action: () => T): () => T {
  try {
    const result = action();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** The rest, once Python is there: the packages, their files, and what is this browser's own. */
export async function finishRestoring(pyodide: PyodideAPI, image: ImageReader): Promise<void> {
  const core = emscriptenOf(pyodide);
  const { packages, files, modules } = await image.header;
  Object.assign(pyodide.loadedPackages, packages);
  // Python's own view of Pyodide would otherwise be the one of the image.
  core.__hiwire_set(indexOfPackages(core), pyodide.loadedPackages);
  pyodide.FS.mkdirTree(SITE_PACKAGES);
  mountFiles(pyodide.FS, files, await image.files());
  const none = new Uint8Array(0);
  mountFiles(
    pyodide.FS,
    modules.map(([path]) => [path, 0, 0]),
    none,
  );
}

interface CompiledModules {
  header: ImageHeader;
  compiled: SideModule[];
}

async function compileModules(image: ImageReader): Promise<CompiledModules> {
  const header = await image.header;
  const content = await image.modules();
  const compiled = await Promise.all(
    header.modules.map(async ([path, offset, length]) => ({
      path,
      module: await WebAssembly.compile(content.subarray(offset, offset + length)),
    })),
  );
  return { header, compiled };
}

/** An image is of one core, laid out in one way; in any other it would be nonsense. */
function expectSame({ build, layout }: ImageHeader, found: Layout, core: Emscripten) {
  if (build !== core.API.config.BUILD_ID) throw new MismatchError("the image is of another core");
  if (JSON.stringify(found) !== JSON.stringify(layout)) {
    throw new MismatchError("the core is laid out in another way than the image");
  }
}

/** Where Python's objects of JavaScript have Pyodide's table of packages: the last of the known. */
function indexOfPackages(core: Emscripten): number {
  return core.API.getExpectedKeys().length - 1;
}
