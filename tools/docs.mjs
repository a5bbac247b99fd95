// Builds the documentation: `node tools/docs.mjs --help`.
import { existsSync } from "node:fs";
import path from "node:path";
import { run, runTool } from "./setup/command.mjs";
import { fromRoot, root } from "./setup/paths.mjs";
import { ensurePython } from "./setup/python.mjs";
import { ensureSite } from "./site/site.mjs";

const folder = path.join(root, "build/docs");

const HELP = `Usage: npm run docs [-- --serve | --no-site]

Builds what is missing of the site and writes the documentation to ${fromRoot(folder)}/: the pages of docs/, whose
examples are apps, and the reference, which is made of the docstrings. All its addresses are relative.
A link that leads nowhere, and an example that is no Python, end it.

  --serve     shows it instead, and shows it anew when a page was saved
  --no-site   takes the site as it is in dist/`;

await runTool(async () => {
  const options = process.argv.slice(2);
  if (options.includes("--help")) return console.log(HELP);
  const unknown = options.find((option) => !["--serve", "--no-site"].includes(option));
  if (unknown) throw new Error(`There is no option ${unknown}.\n\n${HELP}`);
  if (!options.includes("--no-site") || !existsSync(path.join(root, "dist/index.html"))) {
    await ensureSite();
  }
  const python = await ensurePython("dev");
  if (options.includes("--serve")) {
    await run(python, ["-m", "mkdocs", "serve"]);
    return;
  }
  // Its own --quiet would take the warnings that a strict build ends at.
  await run(python, ["-m", "mkdocs", "build", "--strict"], { quiet: true });
  console.log(`The documentation is in ${fromRoot(folder)}/.`);
});
