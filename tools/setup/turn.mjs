// One set-up at a time in a clone: `npm start` and `npm test` in two terminals must not both
// build the same folders.
import { mkdirSync, rmSync } from "node:fs";
import { open, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ignoreMissing } from "./files.mjs";
import { workFolder } from "./paths.mjs";

const POLL_MS = 200;

let held = 0;

/**
 * Does some work while no other process of this clone is at such work. May be nested.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTurn(work) {
  const file = path.join(workFolder, "setup.lock");
  if (held === 0) await take(file);
  held += 1;
  try {
    return await work();
  } finally {
    held -= 1;
    if (held === 0) rmSync(file, { force: true });
  }
}

/** @param {string} file */
async function take(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let said = false; ; ) {
    const handle = await open(file, "wx").catch(existing);
    if (handle) {
      await handle.writeFile(String(process.pid));
      await handle.close();
      process.once("exit", () => held > 0 && rmSync(file, { force: true }));
      await sweep(path.dirname(file));
      return;
    }
    const owner = Number(await readFile(file, "utf8").catch(ignoreMissing));
    if (owner && !isAlive(owner)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!said) console.log(`Waiting for another set-up in this folder (process ${owner}) …`);
    said = true;
    await delay(POLL_MS);
  }
}

/**
 * Removes what a set-up that was killed left half-written; nobody else is writing now.
 * @param {string} folder
 */
async function sweep(folder) {
  const litter = (await readdir(folder)).filter((name) => /\.(part|old)$/.test(name));
  for (const name of litter) await rm(path.join(folder, name), { recursive: true, force: true });
}

/**
 * @param {NodeJS.ErrnoException} error
 * @returns {undefined}
 */
function existing(error) {
  if (error.code !== "EEXIST") throw error;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
