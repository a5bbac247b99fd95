// Fills the folder that the site serves as `pyodide/`: `node tools/pyodide.mjs --help`.
import { runTool } from "./setup/command.mjs";
import { ensureNodeModules } from "./setup/node-modules.mjs";
import { fromRoot, pyodideFolder } from "./setup/paths.mjs";
import { inTurn } from "./setup/turn.mjs";
import { ensurePyodideFolder } from "./site/pyodide-folder.mjs";

const HELP = `Usage: node tools/pyodide.mjs

Fills ${fromRoot(pyodideFolder)} with the Pyodide core, the Python packages that the site ships, our lock
and our own Python package. Every file is checked against a pinned sha256.

  TABSTREAM_CACHE   the folder that all clones share (default: ~/.cache/tabstream);
                    wheels put into its folder "wheels" by hand are used`;

await runTool(async () => {
  if (process.argv.includes("--help")) return console.log(HELP);
  await ensureNodeModules();
  await inTurn(ensurePyodideFolder);
  console.log(`${fromRoot(pyodideFolder)} is complete.`);
});
