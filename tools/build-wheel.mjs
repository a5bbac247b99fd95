// Builds the wheel with the site in it: `node tools/build-wheel.mjs --help`.
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { run, runTool } from "./setup/command.mjs";
import { fromRoot, root, siteFolder, workFolder } from "./setup/paths.mjs";
import { ensurePython } from "./setup/python.mjs";
import { step } from "./setup/steps.mjs";
import { ensureSite } from "./site/site.mjs";

const folder = path.join(root, "build/wheel");

/** Beyond that an install is a long wait, and 100 MB is what an index takes of one file. */
const MOST_BYTES = 90_000_000;

const HELP = `Usage: npm run build:wheel

Builds what is missing of the site and writes ${fromRoot(folder)}/tabstream-<version>-py3-none-any.whl, which
carries it: after \`pip install\` of that file, \`tabstream run app.py\` needs no clone and no network.

It is at most ${MOST_BYTES / 1e6} MB, or none is written.`;

await runTool(async () => {
  if (process.argv.includes("--help")) return console.log(HELP);
  await ensureSite();
  const python = await ensurePython("run");
  const builder = await ensurePython("wheel");
  const site = path.join(workFolder, "wheel-site");
  const made = await mkdtemp(path.join(workFolder, "wheel-"));
  try {
    await step("Packing the wheel", async () => {
      await run(python, ["-m", "tools.wheel", siteFolder, site]);
      const env = { TABSTREAM_WHEEL_SITE: site };
      await run(builder, ["-m", "hatchling", "build", "-t", "wheel", "-d", made], {
        env,
        quiet: true,
      });
    });
    await keep(made);
  } finally {
    await rm(made, { recursive: true, force: true });
    await rm(site, { recursive: true, force: true });
  }
});

/**
 * Puts the wheel where it is looked for, in the place of an earlier one, unless it is too large.
 * @param {string} made
 */
async function keep(made) {
  const [name = ""] = await readdir(made);
  const { size } = await stat(path.join(made, name));
  const size_mb = (size / 1e6).toFixed(1);
  if (size > MOST_BYTES) {
    throw new Error(
      `${name} has ${size_mb} MB, and ${MOST_BYTES / 1e6} MB are the most. The site has grown: leave out more of it in\n` +
        "tools/wheel/__main__.py, or ship less in tools/packages/shipped.toml.",
    );
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await rename(path.join(made, name), path.join(folder, name));
  console.log(`The wheel is ${fromRoot(path.join(folder, name))}, ${size_mb} MB.`);
}
