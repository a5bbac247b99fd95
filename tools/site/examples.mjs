// The examples, beside the site so that any of them opens by `?script=examples/<name>/app.py`.
import { stat } from "node:fs/promises";
import path from "node:path";
import { listFiles, tryRead } from "../setup/files.mjs";
import { root } from "../setup/paths.mjs";

/** Where the examples are in this clone. */
export const examplesFolder = path.join(root, "examples");

/**
 * @typedef {object} Example what the landing page offers; a static host cannot list its folders
 * @property {string} name the folder
 * @property {string} title the first heading of its README.md
 * @property {string} about the paragraph below that
 * @property {string} entry the script to run
 * @property {{ path: string, size: number }[]} files everything that belongs to the app
 */

/**
 * Describes every example that can be run: a folder with an app.py and a README.md.
 * @returns {Promise<Example[]>}
 */
export async function describeExamples() {
  const all = await listFiles(examplesFolder);
  const names = all
    .filter((file) => /^[^/]+\/app\.py$/.test(file))
    .map((file) => file.slice(0, -7));
  return await Promise.all(
    names.map(async (name) => {
      const own = all.filter((file) => file.startsWith(`${name}/`));
      const readme = (await tryRead(path.join(examplesFolder, name, "README.md"))) ?? "";
      const files = own.map(async (file) => ({
        path: file.slice(name.length + 1),
        size: (await stat(path.join(examplesFolder, file))).size,
      }));
      return { name, ...headOf(readme, name), entry: "app.py", files: await Promise.all(files) };
    }),
  );
}

/**
 * Takes the title and the first paragraph out of a README.
 * @param {string} readme
 * @param {string} name
 */
export function headOf(readme, name) {
  const match = /^# (?<title>.+)\n+(?<about>(?:[^\n#].*\n?)+)/m.exec(readme);
  if (!match?.groups) {
    throw new Error(`examples/${name}/README.md must begin with a heading and a paragraph.`);
  }
  const { title = "", about = "" } = match.groups;
  return { title: title.trim(), about: about.trim().replaceAll(/\s+/g, " ") };
}
