// Serves the site from this machine: `npm start -- --help`.
import { run, runTool } from "./setup/command.mjs";
import { siteFolder } from "./setup/paths.mjs";
import { ensurePython } from "./setup/python.mjs";
import { ensureSite } from "./site/site.mjs";

const HELP = `Usage: npm start [-- [options] [script] [args]]

Installs and builds what is missing, serves the site, and opens it in a browser tab.

  npm start                          the landing page
  npm start -- path/to/app.py a b    that script with its folder, run again on every save
  npm start -- https://gist.github.com/someone/0123abcd

  --headless   do not open a tab (none is opened under CI or without a display either)
  --port N     use this port (default: 8501, or a free one)
  --isolated   isolate the page from other origins, which lets Stop end any loop`;

await runTool(async () => {
  const args = process.argv.slice(2);
  if (args[0] === "--help" || args[0] === "-h") return console.log(HELP);
  await ensureSite();
  const python = await ensurePython("run");
  // npm changes to its own folder; a relative path is meant from where the person is.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const env = { TABSTREAM_SITE: siteFolder };
  await run(python, ["-m", "tabstream.cli", "run", ...args], { cwd, env });
});
