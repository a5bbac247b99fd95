// The icons that authors name, as in `:material/thumb_up:`: one small file each, fetched when it
// is used. The font that has them all is megabytes.
import { copyFile, mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { root } from "../setup/paths.mjs";

/** Streamlit shows the rounded ones. */
export const iconsFolder = path.join(root, "node_modules/@material-symbols/svg-400/rounded");

/**
 * Copies every icon in its outlined form; the filled one of each stays behind.
 * @param {string} folder
 */
export async function copyIcons(folder) {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(iconsFolder)).filter((name) => !name.endsWith("-fill.svg"));
  for (const name of names) {
    await copyFile(path.join(iconsFolder, name), path.join(folder, name));
  }
}
