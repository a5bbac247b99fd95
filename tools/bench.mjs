// Measures the built site in a real browser: `node tools/bench.mjs --help`.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArguments } from "./bench/arguments.mjs";
import { ensureBrowser } from "./setup/browsers.mjs";
import { runTool } from "./setup/command.mjs";
import { ensureNodeModules } from "./setup/node-modules.mjs";
import { fromRoot, workFolder } from "./setup/paths.mjs";
import { ensureSite } from "./site/site.mjs";

await runTool(async () => {
  await ensureNodeModules();
  // What is measured needs libraries, which are not there before the first set-up.
  const { PARTS } = await import("./bench/parts.mjs");
  const { isHelp, isTrace, names, rounds } = parseArguments(process.argv.slice(2), PARTS);
  if (isHelp) return console.log(helpFor(PARTS));
  await ensureSite();
  const browser = await ensureBrowser("chromium");
  if (isTrace) return await trace(browser);
  await measure(
    browser,
    PARTS.filter(({ name }) => names.includes(name)),
    rounds,
  );
});

/** @param {readonly import("./bench/parts.mjs").Part[]} parts */
function helpFor(parts) {
  const lines = parts.map(({ name, title, rounds }) => {
    return `  ${name.padEnd(8)}  ${title} (${rounds} ${rounds === 1 ? "round" : "rounds"})`;
  });
  return `Usage: npm run bench [-- --quick] [-- --rounds N] [-- --only PART,PART] [-- --trace]

Opens the built site in Chromium and prints one table a part: medians, the range, and the goal where
there is one. The numbers themselves go to a JSON file beside it. The machine is noisy: compare
ratios within one run.

  --quick       one round of each part, or three of those that are cheap
  --rounds N    so many of each part
  --only PARTS  these parts alone, with commas between them
  --trace       nothing but the stages of one first and one second visit, and which of them the
                first element waits for

Parts:
${lines.join("\n")}`;
}

/**
 * @param {string} browser its program
 * @param {readonly import("./bench/parts.mjs").Part[]} parts
 * @param {(part: { rounds: number }) => number} roundsOf
 */
async function measure(browser, parts, roundsOf) {
  const { inTables, Rows } = await import("./bench/table.mjs");
  const rows = new Rows();
  const titles = Object.fromEntries(parts.map(({ name, title }) => [name, title]));
  const file = path.join(workFolder, "bench.json");
  try {
    for (const part of parts) await part.measure(browser, roundsOf(part), rows.noteFor(part.name));
  } finally {
    // What was measured before something went wrong is true all the same.
    console.log(`\n${inTables(rows.all, titles)}`);
    await writeFile(file, `${JSON.stringify(rows.all, null, 2)}\n`);
    console.log(`\nEvery number: ${fromRoot(file)}`);
  }
}

/** @param {string} browser its program */
async function trace(browser) {
  const { inNewProfile } = await import("./bench/browser.mjs");
  const { serveSite } = await import("./bench/server.mjs");
  const { printTraces } = await import("./bench/trace.mjs");
  const server = await serveSite();
  try {
    await inNewProfile(browser, (context) => printTraces(context, server.address));
  } finally {
    server.close();
  }
}
