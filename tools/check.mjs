// Checks without running the program: `node tools/check.mjs --help`.
import { mend, runChecks } from "./checks/checks.mjs";
import { runTool } from "./setup/command.mjs";
import { ensureNodeModules } from "./setup/node-modules.mjs";
import { ensurePython } from "./setup/python.mjs";

const HELP = `Usage: npm run check        lint, formats, types and layers; fails when something is wrong
       npm run fix          first generates the protocol, mends what can be mended, formats`;

await runTool(async () => {
  if (process.argv.includes("--help")) return console.log(HELP);
  await ensureNodeModules();
  const python = await ensurePython("dev");
  if (process.argv.includes("--fix")) await mend(python);
  const { failed } = await runChecks(python);
  return failed > 0 ? 1 : 0;
});
