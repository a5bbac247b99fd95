// The whole static site, put together from its parts.
import { copyFile } from "node:fs/promises";
import path from "node:path";
import { ensureImages } from "../images/images.mjs";
import { copyFolder, hashOf, replaceFolder } from "../setup/files.mjs";
import { ensureNodeModules } from "../setup/node-modules.mjs";
import { imagesFolder, pyodideFolder, root, siteFolder, siteIndex } from "../setup/paths.mjs";
import { makeOnce, stampOf } from "../setup/stamps.mjs";
import { inTurn } from "../setup/turn.mjs";
import { compressSite } from "./compressed.mjs";
import { docsSources, writeDocs } from "./docs.mjs";
import { copyIcons, iconsFolder } from "./icons.mjs";
import { writeServiceWorker } from "./offline.mjs";
import { ensureSiteIndex } from "./packages-json.mjs";
import { ensurePages, pagesFolder } from "./pages.mjs";
import { ensurePyodideFolder } from "./pyodide-folder.mjs";

const examplesFolder = path.join(root, "examples");
const LEGAL = ["LICENSE", "NOTICE"];

/** Builds dist/, doing again only what the sources ask for. */
export async function ensureSite() {
  await ensureNodeModules();
  await inTurn(async () => {
    await ensurePyodideFolder();
    await ensureImages();
    await ensureSiteIndex();
    await ensurePages();
    const products = [pagesFolder, pyodideFolder, imagesFolder, siteIndex];
    const parts = [...products.map(stampOf), examplesFolder];
    const icons = path.join(iconsFolder, "../package.json");
    const legal = LEGAL.map((file) => path.join(root, file));
    await makeOnce(siteFolder, await hashOf([...parts, icons, ...legal, ...docsSources]), assemble);
  });
}

async function assemble() {
  await replaceFolder(siteFolder, async (folder) => {
    await copyFolder(pagesFolder, folder);
    await copyFolder(pyodideFolder, path.join(folder, "pyodide"));
    await copyFile(siteIndex, path.join(folder, "pyodide/packages.json"));
    await copyFolder(imagesFolder, path.join(folder, "images"));
    await copyFolder(examplesFolder, path.join(folder, "examples"));
    await copyIcons(path.join(folder, "icons"));
    await writeDocs(folder);
    for (const file of LEGAL) await copyFile(path.join(root, file), path.join(folder, file));
    // At the very end: it lists all the others.
    await writeServiceWorker(folder);
    await compressSite(folder);
  });
}
