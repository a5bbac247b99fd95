// The pages, their scripts and styles: what Vite makes of web/.
import path from "node:path";
import { hashOf, replaceFolder } from "../setup/files.mjs";
import { root, siteIndex, workFolder } from "../setup/paths.mjs";
import { makeOnce } from "../setup/stamps.mjs";
import { step } from "../setup/steps.mjs";
import { buildServiceWorker } from "./offline.mjs";

const web = path.join(root, "web");

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
    await buildServiceWorker(outDir);
  });
}
