// The browsers that the tests drive: named by the person, or on PATH, or installed here.
import { aptInstall, canUseApt } from "./apt.mjs";
import { run } from "./command.mjs";
import { root } from "./paths.mjs";
import { findOnPath, isProgram } from "./search-path.mjs";
import { step } from "./steps.mjs";
import { inTurn } from "./turn.mjs";

/** @typedef {"chromium" | "firefox"} BrowserName */

/** @type {Record<BrowserName, { variable: string, programs: string[], debian: string }>} */
const BROWSERS = {
  chromium: {
    variable: "TABSTREAM_CHROMIUM",
    programs: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    debian: "chromium",
  },
  firefox: {
    variable: "TABSTREAM_FIREFOX",
    programs: ["firefox-esr", "firefox"],
    debian: "firefox-esr",
  },
};

/**
 * Makes sure that a browser is there and exports its path for the tests, as TABSTREAM_CHROMIUM
 * or TABSTREAM_FIREFOX.
 * @param {BrowserName} name
 * @returns {Promise<string>} its program
 */
export async function ensureBrowser(name) {
  const program = findBrowser(name) ?? (await inTurn(() => installBrowser(name)));
  process.env[BROWSERS[name].variable] = program;
  return program;
}

/**
 * @param {BrowserName} name
 * @returns {string | undefined}
 */
function findBrowser(name) {
  const { variable, programs } = BROWSERS[name];
  const named = process.env[variable];
  if (!named) return findOnPath(...programs);
  if (isProgram(named)) return named;
  throw new Error(
    `${variable} names ${named}, which is no program that can be run.\n` +
      "Name the browser's own program, or unset the variable to have one looked for.",
  );
}

/**
 * @param {BrowserName} name
 * @returns {Promise<string>}
 */
async function installBrowser(name) {
  const { debian } = BROWSERS[name];
  if (canUseApt()) {
    await step(`Installing Debian's ${debian}`, () => aptInstall([debian]));
    const program = findBrowser(name);
    if (program) return program;
  }
  return await playwrightBrowser(name);
}

/**
 * @param {BrowserName} name
 * @returns {Promise<string>}
 */
async function playwrightBrowser(name) {
  const playwright = await import("playwright");
  const program = playwright[name].executablePath();
  if (isProgram(program)) return program;
  await step(`Installing Playwright's ${name}`, () =>
    run(process.execPath, ["node_modules/playwright/cli.js", "install", name], { cwd: root }),
  );
  return program;
}
