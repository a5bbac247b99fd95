// The service worker of a finished site: `node tools/offline.mjs --help`.
import path from "node:path";
import { runTool } from "./setup/command.mjs";
import { fromRoot, siteFolder } from "./setup/paths.mjs";
import { takeServiceWorkerBack, writeServiceWorker } from "./site/offline.mjs";

const HELP = `Usage: node tools/offline.mjs [--off] [folder]

Writes the list of all that is in a built site into its service-worker.js. \`npm run build\` does so
for ${fromRoot(siteFolder)}/; it has to be done again when a file of the site was changed by hand.

  --off   write a worker that ends the one that browsers have, instead`;

await runTool(async () => {
  const args = process.argv.slice(2);
  if (args.includes("--help")) return console.log(HELP);
  const site = path.resolve(args.find((arg) => !arg.startsWith("--")) ?? siteFolder);
  await (args.includes("--off") ? takeServiceWorkerBack(site) : writeServiceWorker(site));
});
