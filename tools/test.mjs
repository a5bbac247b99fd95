// Runs all tests: `node tools/test.mjs --help`.
import { inWords, sum } from "./checks/counts.mjs";
import { describe, STAGES } from "./checks/stages.mjs";
import { runTool, wasInterrupted } from "./setup/command.mjs";
import { ensureNodeModules } from "./setup/node-modules.mjs";
import { seconds } from "./setup/steps.mjs";

const HELP = `Usage: npm test [-- stage ...]

Installs what the tests need and runs them all, or only the stages named:

${STAGES.map(({ name, about }) => `  ${name.padEnd(9)} ${about}`).join("\n")}

  TABSTREAM_CHROMIUM, TABSTREAM_FIREFOX   the browsers to use (default: on PATH, else installed)`;

await runTool(async () => {
  const names = process.argv.slice(2);
  if (names.includes("--help")) return console.log(HELP);
  const unknown = names.find((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown) throw new Error(`There is no stage ${unknown}.\n\n${HELP}`);
  await ensureNodeModules();
  const results = [];
  for (const stage of STAGES) {
    if (names.length > 0 && !names.includes(stage.name)) continue;
    console.log(`\n━━ ${stage.name}: ${stage.about}`);
    const begin = performance.now();
    const counts = await stage.run();
    if (wasInterrupted()) return 130;
    results.push({ name: stage.name, counts, time: seconds(performance.now() - begin) });
  }
  console.log();
  for (const { name, counts, time } of results) {
    console.log(`${name.padEnd(9)} ${time.padStart(8)}  ${describe(counts)}`);
  }
  const total = sum(results.map(({ counts }) => counts));
  console.log(inWords(total));
  return total.failed > 0 ? 1 : 0;
});
