// Pins anew what the tools install: `node tools/lock.mjs --help`.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { completeNpmLock } from "./locks/npm-lock.mjs";
import { run, runTool } from "./setup/command.mjs";
import { writeWhole } from "./setup/files.mjs";
import { root } from "./setup/paths.mjs";
import { ensurePython } from "./setup/python.mjs";

const HELP = `Usage: node tools/lock.mjs [--upgrade]

Writes tools/locks/*.txt from the *.in files beside them: every package that an environment
gets, at one version, with the sha256 of each of its files. With --upgrade the newest versions
that the *.in files allow are taken; without it, what is pinned stays where it still fits.

Completes package-lock.json, which \`npm install\` writes; run this after every change of it.

The packages that the site ships are pinned by: .venv/bin/python -m tools.packages lock`;

/** The order matters: dev has everything that run has, at the same versions. */
const GROUPS = ["run", "dev", "parity", "wheel"];

await runTool(async () => {
  if (process.argv.includes("--help")) return console.log(HELP);
  await completeNpmLock();
  const python = await ensurePython("dev");
  const upgrade = process.argv.includes("--upgrade") ? ["--upgrade"] : [];
  const options = ["--universal", "--python-version=3.11", "--generate-hashes", "--quiet"];
  const plain = ["--no-annotate", "--no-header", "--no-emit-index-url"];
  for (const group of GROUPS) {
    const output = path.join(root, "tools/locks", `${group}.txt`);
    const constraints = group === "dev" ? ["--constraint", "tools/locks/run.txt"] : [];
    const files = [`tools/locks/${group}.in`, "--output-file", output];
    await run(python, [
      ...["-m", "uv", "pip", "compile"],
      ...options,
      ...plain,
      ...constraints,
      ...upgrade,
      ...files,
    ]);
    const header = `# Made by \`node tools/lock.mjs\` from ${group}.in: change that, then run it.\n`;
    await writeWhole(output, header + (await readFile(output, "utf8")));
  }
});
