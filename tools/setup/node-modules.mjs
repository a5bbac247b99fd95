// node_modules, as package-lock.json wants it.
import path from "node:path";
import { run } from "./command.mjs";
import { tryRead } from "./files.mjs";
import { root } from "./paths.mjs";
import { step } from "./steps.mjs";
import { inTurn } from "./turn.mjs";

/** @typedef {Record<string, { version?: string, optional?: boolean, peer?: boolean }>} Installed */

/**
 * Installs what package-lock.json pins, unless it is there. Must work before anything is
 * installed, so it uses Node's own modules only.
 * @param {string} [folder]
 */
export async function ensureNodeModules(folder = root) {
  if (await isInstalled(folder)) return;
  await inTurn(async () => {
    if (await isInstalled(folder)) return;
    await step("Installing the npm packages", async () => {
      await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder });
    });
  });
}

/**
 * Compares the lock with npm's own record of what it has installed. npm writes that record last,
 * so a `npm ci` that was interrupted counts as not done; a packages installed by hand counts.
 * @param {string} folder
 * @returns {Promise<boolean>}
 */
export async function isInstalled(folder) {
  const wanted = await readPackages(path.join(folder, "package-lock.json"));
  const found = await readPackages(path.join(folder, "node_modules/.package-lock.json"));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      // What is optional may be for another system.
      name === "" || found[name]?.version === version || (optional && !found[name]),
  );
}

/**
 * @param {string} file
 * @returns {Promise<Installed | undefined>}
 */
async function readPackages(file) {
  const text = await tryRead(file);
  return text && JSON.parse(text).packages;
}
