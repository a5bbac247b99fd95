// Python, and the environments of this clone.
//
//   .venv          our own tools: `run` is what `npm start` needs, `dev` what the tests add
//   .venv-parity   real Streamlit, which the parity tests compare with
//   .venv-wheel    what makes the wheel; of no use otherwise, so no start waits for it
import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { aptInstall, canUseApt } from "./apt.mjs";
import { run, runToCode } from "./command.mjs";
import { hashOf, tryRead, writeWhole } from "./files.mjs";
import { fromRoot, root } from "./paths.mjs";
import { findOnPath } from "./search-path.mjs";
import { step } from "./steps.mjs";
import { inTurn } from "./turn.mjs";

/** @typedef {"run" | "dev" | "parity" | "wheel"} Group a lock file in tools/locks */

/** @type {Record<Group, string>} */
const ENVIRONMENTS = { run: ".venv", dev: ".venv", parity: ".venv-parity", wheel: ".venv-wheel" };

const OLDEST = [3, 11];

// The note in an environment that is being filled. It is completed at the very end, so whatever
// interrupts the filling, the next set-up begins anew.
const BEGUN = "{}";

/**
 * Makes sure that an environment has the packages of a lock file.
 * @param {Group} group
 * @returns {Promise<string>} the environment's Python
 */
export async function ensurePython(group) {
  const folder = path.join(root, ENVIRONMENTS[group]);
  const python = pythonIn(folder);
  const lock = await hashOf([lockFile(group)]);
  if ((await installed(folder))[group] === lock) return python;
  await inTurn(async () => {
    const before = await installed(folder);
    if (before[group] === lock) return;
    await step(`Installing the Python packages (${group})`, async () => {
      const grows = Object.keys(before).length > 0 && (await areCurrent(before));
      if (grows) await writeWhole(noteIn(folder), BEGUN);
      else await createEnvironment(folder);
      const options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"];
      await run(python, ["-m", "pip", "install", ...options, "-r", lockFile(group)], {
        quiet: true,
      });
      const note = { ...(grows ? before : {}), [group]: lock };
      await writeWhole(noteIn(folder), JSON.stringify(note));
    });
  });
  return python;
}

/** @param {Group | string} group */
function lockFile(group) {
  return path.join(root, "tools/locks", `${group}.txt`);
}

/** @param {string} folder */
function noteIn(folder) {
  return path.join(folder, "tabstream-setup.json");
}

/** @param {string} folder */
function pythonIn(folder) {
  const windows = process.platform === "win32";
  return path.join(folder, windows ? "Scripts/python.exe" : "bin/python");
}

/**
 * Reads which lock files an environment was filled from.
 * @param {string} folder
 * @returns {Promise<Record<string, string>>}
 */
async function installed(folder) {
  // The Python that it was made from may have been removed since: then the link leads nowhere.
  if (!existsSync(pythonIn(folder))) return {};
  const note = await tryRead(noteIn(folder));
  return note ? JSON.parse(note) : {};
}

/**
 * Tells whether nothing in an environment comes from an older lock file.
 * @param {Record<string, string>} note
 */
async function areCurrent(note) {
  const hashes = await Promise.all(Object.keys(note).map((group) => hashOf([lockFile(group)])));
  return Object.values(note).every((hash, i) => hash === hashes[i]);
}

/** @param {string} folder */
async function createEnvironment(folder) {
  await refuseForeign(folder);
  const python = await findPython();
  await rm(folder, { recursive: true, force: true });
  await writeWhole(noteIn(folder), BEGUN);
  await run(python, ["-m", "venv", folder]);
  await run(pythonIn(folder), [path.join(import.meta.dirname, "link_source.py")]);
}

/**
 * An environment that a person made for something else is not ours to throw away.
 * @param {string} folder
 */
async function refuseForeign(folder) {
  const names = await readdir(folder).catch(() => /** @type {string[]} */ ([]));
  if (names.length > 0 && !names.includes(path.basename(noteIn(folder)))) {
    throw new Error(
      `${fromRoot(folder)} is needed for the tools and holds something else.\n` +
        "Move it away and start again.",
    );
  }
}

/**
 * Finds a Python that is new enough and can make environments.
 * @returns {Promise<string>}
 */
export async function findPython() {
  const named = process.env.TABSTREAM_PYTHON;
  const newer = [14, 13, 12, 11].map((minor) => `python3.${minor}`);
  const candidates = named ? [named] : ["python3", "python", ...newer];
  /** @type {string[]} */
  const seen = [];
  for (const candidate of candidates) {
    const program = named ?? findOnPath(candidate);
    const version = program && (await versionOf(program));
    if (!version) continue;
    seen.push(`${program} is ${version.join(".")}`);
    if (version[0] === OLDEST[0] && Number(version[1]) >= Number(OLDEST[1])) {
      await ensureVenvModule(program, version);
      return program;
    }
  }
  throw new Error(
    `Python ${OLDEST.join(".")} or newer is needed and was not found` +
      `${seen.length > 0 ? ` (${seen.join(", ")})` : ""}.\n` +
      "Install it, or name one: TABSTREAM_PYTHON=/path/to/python3 npm start",
  );
}

/**
 * @param {string} python
 * @returns {Promise<number[] | undefined>}
 */
async function versionOf(python) {
  const script = "import sys; print(*sys.version_info[:2])";
  const { code, output } = await runToCode(python, ["-c", script], { quiet: true }).catch(() => ({
    code: 1,
    output: "",
  }));
  return code === 0 ? output.trim().split(" ").map(Number) : undefined;
}

/**
 * Debian keeps the part of Python that makes environments in a package of its own.
 * @param {string} python
 * @param {number[]} version
 */
async function ensureVenvModule(python, version) {
  const { code } = await runToCode(python, ["-c", "import ensurepip, venv"], { quiet: true });
  if (code === 0) return;
  const debian = `python${version.join(".")}-venv`;
  if (!canUseApt()) {
    throw new Error(
      `${python} cannot make environments: its module venv or ensurepip is missing.\n` +
        `On Debian and Ubuntu: apt-get install ${debian}`,
    );
  }
  await step(`Installing Debian's ${debian}`, () => aptInstall([debian]));
}
