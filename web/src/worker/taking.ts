/** Takes an image of the packages that an app has, in a worker of its own, for the app's next visit. */
import { loadPyodide } from "pyodide";
import {
  type Bytes,
  type CreateModule,
  pretendJspi,
  RUNTIME,
  type Support,
  takeImage,
} from "../image/image.ts";
import type { TakeImage } from "../protocol/worker.ts";
import type { Assets } from "./assets.ts";
import { installWithMicropip, loadPackages } from "./packages.ts";
import { CORE, START_OPTIONS } from "./pyodide.ts";

/** The parts of the image, one after the other. */
export async function takeOwnImage(
  { packages, modules }: TakeImage,
  assets: Assets,
): Promise<Bytes[]> {
  pretendJspi();
  const { default: createModule } = await assets.module<{ default: CreateModule }>(CORE.module);
  const support = await readSupport(assets);
  const lockFileContents = new TextDecoder().decode(support.lock);
  return takeImage({
    createModule,
    support,
    start: (options) =>
      loadPyodide({
        ...START_OPTIONS,
        lockFileContents,
        fsInit: async (fs) => fs.writeFile(RUNTIME, support.runtime),
        ...options,
      }),
    async install(pyodide) {
      await loadPackages(pyodide, packages.lock, () => {});
      await installWithMicropip(pyodide, packages, () => {});
    },
    warmUp(pyodide) {
      pyodide.pyimport("tabstream._image").import_modules(JSON.stringify(modules));
    },
  });
}

async function readSupport(assets: Assets): Promise<Support> {
  const read = async (path: string): Promise<Bytes> => (await assets.open(path)).bytes();
  const [stdlib, runtime, lock] = await Promise.all([
    read(CORE.stdlib),
    read(CORE.runtime),
    read(CORE.lock),
  ]);
  return { stdlib, runtime, lock };
}
