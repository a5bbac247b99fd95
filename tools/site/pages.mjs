// The pages, their scripts and styles: what Vite makes of web/.
import path from "node:path";
import { hashOf, replaceFolder } from "../setup/files.mjs";
import { root, siteIndex, workFolder } from "../setup/paths.mjs";
import { makeOnce } from "../setup/stamps.mjs";
import { step } from "../setup/steps.mjs";

const web = path.join(root, "web");

/** What browsers and other pages know by its name. */
const ALONE = ["service-worker/service-worker.ts", "tabstream-embed.ts", "single-file.ts"];

/** What Vite made. */
export const pagesFolder = path.join(workFolder, "pages");

/** Builds the pages unless they were built from the same sources. */
export async function ensurePages() {
  const input = await hashOf([
    web,
    path.join(root, "package-lock.json"),
    path.join(root, "tsconfig.base.json"),
    // It becomes part of the page's own code.
    siteIndex,
  ]);
  await makeOnce(pagesFolder, input, () => step("Building the pages", buildPages));
}

async function buildPages() {
  const { build } = await import("vite");
  await replaceFolder(pagesFolder, async (outDir) => {
    await build({
      root: web,
      // Relative addresses alone: the site may be put into any folder of any host.
      base: "./",
      logLevel: "error",
      build: { outDir, emptyOutDir: true, license: { fileName: "licenses.md" } },
    });
    for (const script of ALONE) await buildAlone(script, outDir);
  });
}

/**
 * Builds a script that has an address of its own: one file, and no module, which not every browser
 * takes for a service worker.
 * @param {string} script
 * @param {string} outDir
 */
async function buildAlone(script, outDir) {
  const { build } = await import("vite");
  const input = path.join(web, "src", script);
  const entryFileNames = path.basename(script).replace(/ts$/, "js");
  await build({
    configFile: false,
    root: web,
    publicDir: false,
    logLevel: "error",
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      rolldownOptions: { input, output: { format: "iife", entryFileNames } },
    },
  });
}
