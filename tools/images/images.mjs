// The memory images that the site serves as `images/`, and what a page needs to know of them.
//
// Taking them is a minute's work, so what one clone has taken from the same input serves all.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, stat } from "node:fs/promises";
import path from "node:path";
import { run } from "../setup/command.mjs";
import { copyFolder, hashOf, replaceFolder, writeWhole } from "../setup/files.mjs";
import { imagesFolder, pyodideFolder, root, sharedCache } from "../setup/paths.mjs";
import { makeOnce, stampOf } from "../setup/stamps.mjs";
import { step } from "../setup/steps.mjs";
import { imageCode, PRESETS } from "./presets.mjs";

const sources = path.join(root, "web/src/image");

/** @typedef {{ path: string, size: number, packages: string[] }} SiteImage as a page knows it */

/** Takes the images unless they were taken from the same sources. */
export async function ensureImages() {
  const input = await hashOf([sources, import.meta.dirname, stampOf(pyodideFolder)]);
  await makeOnce(imagesFolder, input, () =>
    replaceFolder(imagesFolder, (into) => fill(into, input)),
  );
}

/**
 * What a page needs to know of the images.
 * @returns {Promise<SiteImage[]>}
 */
export async function readImageIndex() {
  return JSON.parse(await readFile(path.join(imagesFolder, INDEX), "utf8"));
}

const INDEX = "index.json";

/**
 * @param {string} folder
 * @param {string} input
 */
async function fill(folder, input) {
  const shared = path.join(sharedCache, "images", input);
  if (existsSync(path.join(shared, INDEX))) return await copyFolder(shared, folder);
  await step("Taking memory images of Python", () => takeAll(folder));
  // The index is what makes it whole: it goes last.
  await copyFolder(folder, `${shared}.part`);
  await rename(`${shared}.part`, shared).catch(() => {});
}

/** @param {string} folder */
async function takeAll(folder) {
  await bundleCode();
  const lock = JSON.parse(await readFile(path.join(pyodideFolder, "pyodide-lock.json"), "utf8"));
  const taken = await Promise.all(
    PRESETS.map(async ({ name, packages }) => {
      const file = path.join(folder, `${name}.image`);
      const tool = path.join(import.meta.dirname, "take.mjs");
      await run(process.execPath, [tool, name, file], { quiet: true });
      return await describe(folder, name, withDependencies(packages, lock.packages));
    }),
  );
  await writeWhole(path.join(folder, INDEX), JSON.stringify(taken, null, 1));
}

/**
 * Gives an image its final name, which changes with its content: it may be kept for ever.
 * @param {string} folder
 * @param {string} name
 * @param {string[]} packages
 * @returns {Promise<SiteImage>}
 */
async function describe(folder, name, packages) {
  const file = path.join(folder, `${name}.image`);
  const digest = createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
  const final = `${name}-${digest.slice(0, 8)}.image`;
  await rename(file, path.join(folder, final));
  const { size } = await stat(path.join(folder, final));
  return { path: `images/${final}`, size, packages };
}

/**
 * @param {readonly string[]} names
 * @param {Record<string, { depends: string[] }>} lock
 * @returns {string[]}
 */
function withDependencies(names, lock) {
  const all = new Set(names);
  for (const name of all) for (const other of lock[name]?.depends ?? []) all.add(other);
  return [...all].sort();
}

/** Makes one module for Node of the code that browsers restore images with. */
export async function bundleCode() {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root,
    logLevel: "error",
    build: {
      ssr: path.join(sources, "image.ts"),
      outDir: path.dirname(imageCode),
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: path.basename(imageCode) } },
    },
  });
}
