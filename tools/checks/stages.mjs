// The stages of `npm test`, in the order in which they fail soonest.
import { readdir } from "node:fs/promises";
import path from "node:path";
import { ensureBrowser } from "../setup/browsers.mjs";
import { runToCode } from "../setup/command.mjs";
import { listFiles } from "../setup/files.mjs";
import { root } from "../setup/paths.mjs";
import { ensurePython } from "../setup/python.mjs";
import { ensureSite } from "../site/site.mjs";
import { runChecks } from "./checks.mjs";
import { inWords, readCounts, reportFile, sum } from "./counts.mjs";

/** @typedef {import("./counts.mjs").Counts} Counts */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} about
 * @property {() => Promise<Counts>} run
 */

const PYTHON_TEST = /(^|\/)test_[^/]+\.py$/;
const WEB_TEST = /\.test\.tsx?$/;
const NODE_TEST = /\.mjs$/;

/** @type {Stage[]} */
export const STAGES = [
  { name: "check", about: "lint, formats, types, layers", run: check },
  { name: "build", about: "the whole site", run: build },
  { name: "tools", about: "the tools themselves", run: () => nodeTests("tools", "tests/tools") },
  { name: "python", about: "the Python packages, on plain CPython", run: python },
  { name: "web", about: "the TypeScript, in Node and in Chromium", run: web },
  { name: "parity", about: "the same apps under real Streamlit and under ours", run: parity },
  { name: "browser", about: "the site in Chromium", run: browser },
  { name: "modes", about: "a smoke set of them in lesser circumstances", run: inModes },
  { name: "firefox", about: "a smoke test of the site in Firefox", run: firefox },
];

/** Test files side by side; a browser spends much of its time waiting for Python to start. */
const TWO_AT_A_TIME = ["--numprocesses=2", "--dist=loadfile"];

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

async function check() {
  return { ...(await runChecks(await ensurePython("dev"))), skipped: 0 };
}

async function python() {
  return await pytest("python", await ensurePython("dev"), ["tests/py", "tests/docs"], {
    options: TWO_AT_A_TIME,
  });
}

async function web() {
  if (!(await hasTests("tests/web", WEB_TEST))) return NOTHING;
  await ensureBrowser("chromium");
  const report = await reportFile("web");
  const reporters = ["--reporter=default", "--reporter=junit", `--outputFile.junit=${report}`];
  const node20 = ["--import", "./tools/checks/node-20.mjs"];
  const vitest = [...node20, "node_modules/vitest/vitest.mjs", "run", ...reporters];
  const { code } = await runToCode(process.execPath, vitest);
  return await judge(report, code);
}

async function parity() {
  const oracle = await ensurePython("parity");
  const env = { TABSTREAM_PARITY_PYTHON: oracle };
  return await pytest("parity", await ensurePython("dev"), ["tests/parity"], { env });
}

async function build() {
  await ensureSite();
  return NOTHING;
}

async function browser() {
  await ensureBrowser("chromium");
  await ensureSite();
  const folders = ["tests/pyodide", "tests/e2e"];
  const options = TWO_AT_A_TIME;
  return await pytest("browser", await ensurePython("dev"), folders, { options });
}

/** Each is a line of the table in tests/e2e/modes.py. */
const MODES = ["no-service-worker", "no-jspi", "no-images", "no-opfs"];

async function inModes() {
  await ensureBrowser("chromium");
  await ensureSite();
  const python = await ensurePython("dev");
  const all = [];
  for (const mode of MODES) {
    const options = [...TWO_AT_A_TIME, "--mode", mode];
    all.push(await pytest(`mode-${mode}`, python, ["tests/e2e"], { options }));
  }
  return sum(all);
}

async function firefox() {
  if (!(await hasTests("tests/firefox", NODE_TEST))) return NOTHING;
  await ensureBrowser("firefox");
  await ensureSite();
  return await nodeTests("firefox", "tests/firefox");
}

/**
 * @param {string} stage
 * @param {string} program
 * @param {string[]} folders
 * @param {{ options?: string[], env?: Record<string, string> }} [more]
 * @returns {Promise<Counts>}
 */
async function pytest(stage, program, folders, { options = [], env = {} } = {}) {
  const found = await Promise.all(folders.map((folder) => hasTests(folder, PYTHON_TEST)));
  const filled = folders.filter((_, i) => found[i]);
  if (filled.length === 0) return NOTHING;
  const report = await reportFile(stage);
  const args = ["-m", "pytest", ...filled, "--quiet", `--junitxml=${report}`];
  const { code } = await runToCode(program, [...args, ...options], { env });
  return await judge(report, code);
}

/**
 * @param {string} stage
 * @param {string} folder
 * @returns {Promise<Counts>}
 */
async function nodeTests(stage, folder) {
  const names = await readdir(path.join(root, folder)).catch(() => /** @type {string[]} */ ([]));
  const files = names.filter((name) => NODE_TEST.test(name)).map((name) => path.join(folder, name));
  if (files.length === 0) return NOTHING;
  const report = await reportFile(stage);
  const reporters = [
    ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
    ...["--test-reporter=junit", `--test-reporter-destination=${report}`],
  ];
  // One at a time: they measure, and they share ports and folders.
  const options = ["--test", "--test-concurrency=1", ...reporters];
  const { code } = await runToCode(process.execPath, [...options, ...files]);
  return await judge(report, code);
}

/**
 * A runner that fails without a failing test (it could not start, a hook broke) has failed too.
 * @param {string} report
 * @param {number} code
 * @returns {Promise<Counts>}
 */
async function judge(report, code) {
  const counts = await readCounts(report);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {string} folder
 * @param {RegExp} test
 */
async function hasTests(folder, test) {
  return (await listFiles(path.join(root, folder))).some((file) => test.test(file));
}

/**
 * Says how a stage went.
 * @param {Counts} counts
 */
export function describe(counts) {
  const { passed, failed, skipped } = counts;
  return passed + failed + skipped === 0 ? "has no tests" : inWords(counts);
}
