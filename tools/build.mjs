// Builds the whole static site: `node tools/build.mjs --help`.
import { runTool } from "./setup/command.mjs";
import { fromRoot, siteFolder } from "./setup/paths.mjs";
import { ensureSite } from "./site/site.mjs";

const HELP = `Usage: npm run build

Installs what is missing and writes the whole static site to ${fromRoot(siteFolder)}/. All its addresses are
relative: copy the folder to any place of any static host. Only what changed is built again.

  TABSTREAM_PYTHON  the Python to use (3.11 or newer; default: python3)
  TABSTREAM_CACHE   the folder that all clones share (default: ~/.cache/tabstream)`;

await runTool(async () => {
  if (process.argv.includes("--help")) return console.log(HELP);
  await ensureSite();
  console.log(`The site is in ${fromRoot(siteFolder)}/.`);
});
