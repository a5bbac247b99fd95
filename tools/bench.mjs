// Measures the built site in a real browser: `node tools/bench.mjs --help`.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright";
import { measureCalls, measureStarts as measureStartsWithResults } from "./bench/caching.mjs";
import { measureCallsOfSt } from "./bench/calls.mjs";
import { measureDrags } from "./bench/drags.mjs";
import { measureGrowth } from "./bench/growth.mjs";
import { measureHealing } from "./bench/heal.mjs";
import { rendererMemory } from "./bench/memory.mjs";
import { measureRerun } from "./bench/reruns.mjs";
import { serveSite } from "./bench/server.mjs";
import { printTraces } from "./bench/trace.mjs";
import { visit, visitBare } from "./bench/visits.mjs";
import { ensureBrowser } from "./setup/browsers.mjs";
import { runTool } from "./setup/command.mjs";
import { ensureNodeModules } from "./setup/node-modules.mjs";
import { fromRoot, workFolder } from "./setup/paths.mjs";
import { ensureSite } from "./site/site.mjs";

const HELP = `Usage: npm run bench [-- --quick] [-- --only PART] [-- --trace]

Opens the built site in Chromium and prints one table of medians; the numbers themselves go to a
JSON file beside it. The machine is noisy: compare ratios within one run.

  --quick       3 rounds instead of 20
  --only PART   one part alone: starts, reruns, a thumb that is dragged (drags), what many reruns
                leave in memory (growth), the calls of st. in Python (calls), the caches
                (caching), or how long an app is without Python after Stop (heal)
  --trace       nothing but the stages of one first and one second visit, and which of them the
                first element waits for`;

/** The rounds of a quick measurement. */
const QUICK = 3;

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Frames come as fast as they are drawn. A screen's beat of 17 ms, twice, is otherwise most of what
 * a quick rerun takes, and says nothing of the program.
 */
const UNTIMED = [...FLAGS, "--disable-frame-rate-limit"];

/** What has to be there, beside the end of the run, for an app to be complete. */
const GRID_AND_CHART = '[data-testid="stVegaLiteChart"] canvas';

/** @type {{ name: string, title: string, also?: string }[]} */
const APPS = [
  { name: "hello", title: "hello" },
  { name: "lines-100", title: "100 lines" },
  { name: "lines-1000", title: "1,000 lines" },
  { name: "frame", title: "10,000 × 5 frame, grid and chart", also: GRID_AND_CHART },
];

/** Apps whose first slider is dragged. */
const DRAGGED = [
  { script: "bench/apps/hello.py", title: "hello" },
  { script: "examples/explorer/app.py", title: "explorer" },
];

/** Apps that are run very often. */
const REPEATED = [{ name: "growth", title: "something of everything" }];

/** Apps whose start is measured. */
const STARTED = new Set(["hello", "frame"]);

await runTool(async () => {
  if (process.argv.includes("--help")) return console.log(HELP);
  const rounds = process.argv.includes("--quick") ? QUICK : 20;
  const only = process.argv.includes("--only")
    ? process.argv[process.argv.indexOf("--only") + 1]
    : undefined;
  await ensureNodeModules();
  await ensureSite();
  const executablePath = await ensureBrowser("chromium");
  const server = await serveSite();
  try {
    if (process.argv.includes("--trace")) {
      return await inNewProfile(executablePath, (context) => printTraces(context, server.address));
    }
    const rows = await measureAll(server, executablePath, rounds, only);
    print(rows);
    const file = path.join(workFolder, "bench.json");
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(rows, null, 2)}\n`);
    console.log(`\nEvery number: ${fromRoot(file)}`);
  } finally {
    server.close();
  }
});

/** @typedef {{ what: string, unit: string, values: number[] }} Row */
/** @typedef {Awaited<ReturnType<typeof serveSite>>} Server */

/**
 * @param {Server} server
 * @param {string} executablePath
 * @param {number} rounds
 * @param {string} [only] the one part that is wanted
 * @returns {Promise<Row[]>}
 */
async function measureAll(server, executablePath, rounds, only) {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  /** @param {string} what @param {string} unit @param {number} value */
  const note = (what, unit, value) => {
    const row = rows.get(what) ?? { what, unit, values: [] };
    row.values.push(value);
    rows.set(what, row);
  };
  /** @param {string} part */
  const isWanted = (part) => only === undefined || only === part;
  // Round by round, so that a slow minute of the machine falls on all alike.
  for (let round = 0; isWanted("starts") && round < rounds; round += 1) {
    await measureStarts(executablePath, server, note);
    process.stderr.write(`starts ${round + 1} of ${rounds}\r`);
  }
  if (isWanted("reruns")) {
    await measureAllReruns(executablePath, server.address, rounds, FLAGS, note, "");
    await measureAllReruns(
      executablePath,
      server.address,
      rounds,
      UNTIMED,
      note,
      ", without a beat",
    );
  }
  const quickly = rounds <= QUICK;
  if (isWanted("drags")) {
    await inBrowser(executablePath, async (browser) => {
      for (const app of DRAGGED) {
        await measureDrags(browser, server.address, app, quickly ? 1 : 3, note);
      }
    });
  }
  if (isWanted("growth")) {
    await inBrowser(executablePath, async (browser) => {
      for (const app of REPEATED) {
        await measureGrowth(browser, server.address, app, quickly ? 1_000 : 10_000, note);
      }
    });
  }
  if (isWanted("calls")) {
    await inBrowser(executablePath, async (browser) => {
      await measureCallsOfSt(browser, server.address, quickly ? 1 : 3, note);
    });
  }
  if (isWanted("caching")) {
    await inNewProfile(executablePath, async (context) => {
      await measureCalls(context, server.address, note);
      await measureStartsWithResults(context, server.address, rounds, note);
    });
  }
  if (isWanted("heal")) {
    await inNewProfile(executablePath, async (context) => {
      await measureHealing(context, server.address, rounds, note);
    });
  }
  return [...rows.values()];
}

/** @typedef {(what: string, unit: string, value: number) => void} Note */

/**
 * @param {string} executablePath
 * @param {Server} server
 * @param {Note} note
 */
async function measureStarts(executablePath, server, note) {
  await inNewProfile(executablePath, async (bare) => {
    note("bare Pyodide, first visit", "ms", await visitBare(bare, server.address));
  });
  for (const { name, title, also } of APPS.filter((app) => STARTED.has(app.name))) {
    const address = `${server.address}?script=bench/apps/${name}.py`;
    await inNewProfile(executablePath, async (context) => {
      for (const which of ["first", "second"]) {
        server.takeTraffic();
        const { first, complete } = await visit(context, address, also);
        const { requests, bytes } = server.takeTraffic();
        note(`${title}: ${which} visit, first element`, "ms", first);
        note(`${title}: ${which} visit, complete`, "ms", complete);
        note(`${title}: ${which} visit, requests`, "", requests);
        note(`${title}: ${which} visit, uncompressed`, "MB", bytes / 1e6);
      }
    });
  }
}

/**
 * Works in a browser that has never been anywhere. It has a profile on disk, as a person's has:
 * what is kept in memory alone is too small for a second visit to find anything.
 * @param {string} executablePath
 * @param {(context: import("playwright").BrowserContext) => Promise<void>} work
 */
async function inNewProfile(executablePath, work) {
  const folder = await mkdtemp(path.join(tmpdir(), "tabstream-bench-"));
  const context = await chromium.launchPersistentContext(folder, { executablePath, args: FLAGS });
  try {
    await work(context);
  } finally {
    await context.close();
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {string} executablePath
 * @param {(browser: import("playwright").Browser) => Promise<void>} work
 */
async function inBrowser(executablePath, work) {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

/**
 * @param {string} executablePath
 * @param {string} site
 * @param {number} rounds
 * @param {string[]} args the browser's
 * @param {Note} note
 * @param {string} how what is added to the name of each row
 */
async function measureAllReruns(executablePath, site, rounds, args, note, how) {
  const browser = await chromium.launch({ executablePath, args });
  /** @type {Note} */
  const noteHow = (what, unit, value) => note(`${what}${how}`, unit, value);
  try {
    for (const app of APPS) await measureReruns(browser, site, app, rounds, noteHow);
  } finally {
    await browser.close();
  }
}

/**
 * @param {import("playwright").Browser} browser
 * @param {string} site
 * @param {{ name: string, title: string, also?: string }} app
 * @param {number} rounds
 * @param {Note} note
 */
async function measureReruns(browser, site, { name, title, also }, rounds, note) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site}?script=bench/apps/${name}.py`);
  await page.waitForSelector('[data-test-script-state="notRunning"]', { timeout: 120_000 });
  if (also) await page.waitForSelector(also);
  await measureRerun(page); // the first one warms up
  for (let round = 0; round < rounds; round += 1) {
    const { text, frame, painted, idle } = await measureRerun(page);
    note(`${title}: rerun, in the document`, "ms", text);
    note(`${title}: rerun, its frame`, "ms", frame);
    note(`${title}: rerun, painted`, "ms", painted);
    note(`${title}: rerun, idle`, "ms", idle);
  }
  note(`${title}: memory of the tab`, "MB", await rendererMemory(browser));
  await context.close();
}

/** @param {Row[]} rows */
function print(rows) {
  console.log("\n| what | median | least | most |\n|---|---:|---:|---:|");
  for (const { what, unit, values } of rows) {
    const sorted = values.toSorted((one, other) => one - other);
    const show = (/** @type {number} */ value) => `${round(value)} ${unit}`.trim();
    const [least = 0, median = 0, most = 0] = [
      sorted[0],
      sorted[Math.floor(sorted.length / 2)],
      sorted.at(-1),
    ];
    console.log(`| ${what} | ${show(median)} | ${show(least)} | ${show(most)} |`);
  }
}

/** @param {number} value */
function round(value) {
  if (value < 1) return value.toFixed(2);
  return value < 100 ? value.toFixed(1) : value.toFixed(0);
}
