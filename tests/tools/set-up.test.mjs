// Set-up in a small clone of its own: the real tools, with few packages to install.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { isInstalled } from "../../tools/setup/node-modules.mjs";
import { root } from "../../tools/setup/paths.mjs";

/** @type {string} */
let clone;

before(async () => {
  clone = await mkdtemp(path.join(tmpdir(), "tabstream-clone-"));
  await cp(path.join(root, "tools/setup"), path.join(clone, "tools/setup"), { recursive: true });
  await mkdir(path.join(clone, "tools/locks"));
  await writeFile(path.join(clone, "tools/locks/run.txt"), "# nothing\n");
  await writeFile(path.join(clone, "tools/locks/dev.txt"), "# nothing either\n");
  await mkdir(path.join(clone, "py-docs"));
  const project = '[project]\nname = "tabstream-docs"\n[project.entry-points]\n';
  await writeFile(path.join(clone, "py-docs/pyproject.toml"), project);
});
after(() => rm(clone, { recursive: true, force: true }));

/**
 * Runs a line of code with the clone's own set-up.
 * @param {string} code
 */
function inClone(code) {
  const script = `
    import { ensurePython, findPython } from "${clone}/tools/setup/python.mjs";
    import { inTurn } from "${clone}/tools/setup/turn.mjs";
    import { runTool } from "${clone}/tools/setup/command.mjs";
    import { setTimeout as delay } from "node:timers/promises";
    await runTool(async () => { ${code} });`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { cwd: clone });
  let output = "";
  child.stdout.on("data", (data) => {
    output += data;
  });
  child.stderr.on("data", (data) => {
    output += data;
  });
  /** @type {Promise<{ code: number | null, output: string }>} */
  const ended = new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
  /** @param {string} text */
  const said = async (text) => {
    while (!output.includes(text))
      await new Promise((resolve) => child.stdout.once("data", resolve));
  };
  return { child, ended, said };
}

describe("a Python environment", () => {
  const environment = () => path.join(clone, ".venv");

  test("whose making was killed half-way is made anew by the next set-up", async () => {
    const first = inClone('await ensurePython("run")');
    await first.said("Installing");
    while (!existsSync(path.join(environment(), "pyvenv.cfg"))) await delay(10);
    first.child.kill("SIGKILL");
    await first.ended;
    const { code, output } = await inClone('console.log(await ensurePython("run"))').ended;
    assert.equal(code, 0, output);
    assert.ok(existsSync(output.trim().split("\n").at(-1) ?? ""), output);
  });

  test("that is complete is not touched again", async () => {
    const { output } = await inClone('await ensurePython("run"); console.log("ready")').ended;
    assert.equal(output, "ready\n");
  });

  test("grows by a second lock file and is made anew when a lock file changes", async () => {
    const mark = path.join(environment(), "mark");
    await writeFile(mark, "");
    assert.equal((await inClone('await ensurePython("dev")').ended).code, 0);
    assert.ok(existsSync(mark));
    await writeFile(path.join(clone, "tools/locks/run.txt"), "# nothing, in other words\n");
    assert.equal((await inClone('await ensurePython("run")').ended).code, 0);
    assert.ok(!existsSync(mark));
  });

  test("finds the source of tabstream", async () => {
    const python = path.join(environment(), "bin/python");
    await mkdir(path.join(clone, "py/tabstream"), { recursive: true });
    await writeFile(path.join(clone, "py/tabstream/__init__.py"), 'print("found")');
    const { output } = await inClone(`
      const { run } = await import("${clone}/tools/setup/command.mjs");
      await run("${python}", ["-c", "import tabstream"]);`).ended;
    assert.equal(output, "found\n");
  });

  test("of somebody else is not thrown away", async () => {
    await rm(environment(), { recursive: true, force: true });
    await mkdir(environment());
    await writeFile(path.join(environment(), "pyvenv.cfg"), "theirs");
    const { code, output } = await inClone('await ensurePython("run")').ended;
    assert.equal(code, 1);
    assert.match(output, /\.venv is needed for the tools and holds something else/);
    assert.equal(await readFile(path.join(environment(), "pyvenv.cfg"), "utf8"), "theirs");
  });
});

test("no Python that is new enough is an error that says how to name one", async () => {
  const { code, output } = await inClone(`
    process.env.TABSTREAM_PYTHON = process.execPath;
    await findPython();`).ended;
  assert.equal(code, 1);
  assert.match(output, /Python 3\.11 or newer is needed/);
  assert.match(output, /TABSTREAM_PYTHON=/);
});

describe("two set-ups at once", () => {
  const work = 'await inTurn(async () => console.log("worked"))';

  test("take turns", async () => {
    const first = inClone(`await inTurn(async () => {
      console.log("begin");
      await new Promise((resolve) => process.stdin.once("data", resolve));
      process.stdin.destroy();
    });`);
    await first.said("begin");
    const second = inClone(work);
    await second.said("Waiting for another set-up");
    first.child.stdin.write("go on");
    assert.match((await second.ended).output, /folder .*\nworked\n$/);
    assert.equal((await first.ended).code, 0);
  });

  test("do not wait for one that was killed, and tidy up after it", async () => {
    const first = inClone(
      'await inTurn(async () => { console.log("begin"); await delay(60_000); })',
    );
    await first.said("begin");
    await mkdir(path.join(clone, ".cache/pages.1.part"));
    first.child.kill("SIGKILL");
    await first.ended;
    assert.equal((await inClone(work).ended).output, "worked\n");
    assert.deepEqual(await readdir(path.join(clone, ".cache")), []);
  });
});

describe("node_modules", () => {
  /**
   * @param {object} wanted
   * @param {object} [found]
   */
  async function installed(wanted, found) {
    const folder = await mkdtemp(path.join(clone, "npm-"));
    await writeFile(path.join(folder, "package-lock.json"), JSON.stringify({ packages: wanted }));
    await mkdir(path.join(folder, "node_modules"));
    const record = path.join(folder, "node_modules/.package-lock.json");
    if (found) await writeFile(record, JSON.stringify({ packages: found }));
    return await isInstalled(folder);
  }
  const rain = (/** @type {string} */ version) => ({ "node_modules/rain": { version } });
  const wanted = { "": { name: "us" }, ...rain("1.0.0") };

  test("are complete when npm's own record has every package that the lock pins", async () => {
    assert.equal(await installed(wanted, rain("1.0.0")), true);
  });
  test("are not when a version differs", async () => {
    assert.equal(await installed(wanted, rain("0.9.0")), false);
  });
  test("are not when npm was interrupted, because it writes its record last", async () => {
    assert.equal(await installed(wanted), false);
  });
  test("may lack what is for other systems", async () => {
    const other = { "node_modules/windows-only": { version: "1.0.0", optional: true } };
    assert.equal(await installed({ ...wanted, ...other }, rain("1.0.0")), true);
  });
});
