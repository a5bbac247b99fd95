// Everything that is checked without running the program: lint, formats, types, layers.
import { run, runToCode } from "../setup/command.mjs";
import { seconds } from "../setup/steps.mjs";

const PYTHON = ["py", "py-docs", "tests", "tools"];
/** The scripts that the tests run are written as an app's author writes: without types. */
const APPS = "^tests/(e2e/[^/]+/[^/]+/(?!test_)|tools/apps/)";
const BIOME = "node_modules/@biomejs/biome/bin/biome";
const TSC = "node_modules/typescript/bin/tsc";
const GENERATORS = {
  "generated protocol": "tools.generate_protocol",
  "generated signatures": "tools.generate_signatures",
};
const NOTICE = ["-m", "tools.notice"];

/** @typedef {{ name: string, program: string, args: string[] }} Check */

/**
 * Lists the checks.
 * @param {string} python
 * @returns {Check[]}
 */
function listChecks(python) {
  const withPython = (/** @type {string} */ name, /** @type {string[]} */ ...args) => ({
    name,
    program: python,
    args,
  });
  const withNode = (/** @type {string} */ name, /** @type {string[]} */ ...args) => ({
    name,
    program: process.execPath,
    args,
  });
  return [
    withPython("ruff check", "-m", "ruff", "check", "--quiet", ...PYTHON),
    withPython("ruff format", "-m", "ruff", "format", "--check", "--quiet", ...PYTHON),
    withPython("mypy", "-m", "mypy", "--no-error-summary", "--exclude", APPS, ...PYTHON),
    withPython("layers of py/", "tools/checks/python_layers.py"),
    ...Object.entries(GENERATORS).map(([name, module]) =>
      withPython(name, "-m", module, "--check"),
    ),
    withPython("NOTICE", ...NOTICE, "--check"),
    withNode("biome", BIOME, "check", "--max-diagnostics=50"),
    withNode("tsc, pages", TSC, "-p", "web/tsconfig.json"),
    withNode("tsc, worker", TSC, "-p", "web/src/worker/tsconfig.json"),
    withNode("tsc, service worker", TSC, "-p", "web/src/service-worker/tsconfig.json"),
    withNode("tsc, tools", TSC, "-p", "tsconfig.json"),
    withNode("layers of web/", "tools/checks/web-layers.mjs"),
  ];
}

/**
 * Runs every check, also when one has failed, and shows what the failing ones say.
 * @param {string} python
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(python) {
  let failed = 0;
  const checks = listChecks(python);
  for (const { name, program, args } of checks) {
    const begin = performance.now();
    const { code, output } = await runToCode(program, args, { quiet: true });
    console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds(performance.now() - begin)})`);
    if (code !== 0) {
      failed += 1;
      console.log(output.trimEnd());
    }
  }
  return { passed: checks.length - failed, failed };
}

/**
 * Writes what is generated, mends what can be mended and formats everything.
 * @param {string} python
 */
export async function mend(python) {
  for (const module of Object.values(GENERATORS)) await run(python, ["-m", module]);
  await run(python, NOTICE);
  // What these cannot mend is said by the checks.
  await runToCode(python, ["-m", "ruff", "check", "--fix", "--quiet", ...PYTHON], { quiet: true });
  await runToCode(python, ["-m", "ruff", "format", "--quiet", ...PYTHON], { quiet: true });
  await runToCode(process.execPath, [BIOME, "check", "--write"], { quiet: true });
}
