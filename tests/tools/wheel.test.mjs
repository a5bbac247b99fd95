// `npm run build:wheel` and what a person does with the wheel: install it, and run a script.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { run } from "../../tools/setup/command.mjs";
import { root } from "../../tools/setup/paths.mjs";
import { ensurePython } from "../../tools/setup/python.mjs";

/** @type {string} */
let folder;
/** @type {string} */
let wheel;
/** @type {string} the Python that the wheel is installed into */
let python;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tabstream-wheel-"));
  await run(process.execPath, ["tools/build-wheel.mjs"], { quiet: true });
  const [name = ""] = await readdir(path.join(root, "build/wheel"));
  wheel = path.join(root, "build/wheel", name);
  python = await install();
});

after(() => rm(folder, { recursive: true, force: true }));

/** Installs the wheel into a fresh environment, which borrows from ours what the wheel depends on. */
async function install() {
  const ours = await ensurePython("run");
  const environment = path.join(folder, "environment");
  await run(ours, ["-m", "venv", "--without-pip", environment], { quiet: true });
  const fresh = path.join(environment, "bin/python");
  const script = "import sysconfig; print(sysconfig.get_path('purelib'))";
  const [borrowed, own] = await Promise.all(
    [ours, fresh].map((one) => run(one, ["-c", script], { quiet: true })),
  );
  // A .pth file that is reached in this way is not read: the source of this clone stays out.
  await writeFile(path.join(String(own).trim(), "borrowed.pth"), `${String(borrowed).trim()}\n`);
  const pip = ["-m", "pip", "--python", fresh, "--disable-pip-version-check"];
  await run(ours, [...pip, "install", "--no-index", wheel], { quiet: true });
  return fresh;
}

/** @param {string} script what the fresh Python is to print */
const ask = async (script) => (await run(python, ["-c", script], { quiet: true })).trim();

describe("the wheel", () => {
  test("is of at most 90 MB, and has one top-level package: never a `streamlit`", async () => {
    assert.match(wheel, /tabstream-[\d.]+-py3-none-any\.whl$/);
    assert.ok((await stat(wheel)).size <= 90e6);
    const names = await ask(
      `import zipfile; print({n.split("/")[0] for n in zipfile.ZipFile(${JSON.stringify(wheel)}).namelist()})`,
    );
    assert.match(names, /^\{'tabstream[^,]*', 'tabstream[^,]*'\}$/);
  });

  test("brings the command line with all that it needs", async () => {
    const needs = await ask(
      "from importlib.metadata import requires; print(requires('tabstream'))",
    );
    for (const name of ["click", "packaging", "pathspec", "starlette", "uvicorn", "watchfiles"]) {
      assert.ok(needs.includes(name), name);
    }
    assert.doesNotMatch(needs, /extra/);
    const where = await ask("import tabstream; print(tabstream.__file__)");
    assert.ok(where.startsWith(folder), where);
  });

  test("runs a script with the site that is in it", async () => {
    const app = path.join(folder, "app");
    await mkdir(app);
    await writeFile(path.join(app, "app.py"), "import streamlit as st\nst.write(1)\n");
    const env = { PATH: process.env.PATH, CI: "1", HOME: folder };
    const command = path.join(path.dirname(python), "tabstream");
    const server = spawn(command, ["run", "app.py", "--port", "0", "--headless"], {
      cwd: app,
      env: { ...env, PYTHONUNBUFFERED: "1" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => server.on("close", resolve));
    const url = await addressOf(server);
    const page = await (await fetch(url)).text();
    assert.match(page, /<meta name="tabstream-app" content="_app.json">/);
    const { entry, files } = await (await fetch(`${url}_app.json`)).json();
    assert.deepEqual([entry, files.length], ["app.py", 1]);
    assert.match(await (await fetch(`${url}_app/app.py`)).text(), /st\.write/);
    await expectWhole(url, page);
    server.kill("SIGINT");
    assert.equal(await ended, 0);
  });
});

test("the wheel builds folders and files from the site that is in it", async () => {
  const app = path.join(folder, "built");
  await mkdir(app);
  await writeFile(path.join(app, "app.py"), "import streamlit as st\nimport pandas\n");
  const build = [path.join(path.dirname(python), "tabstream"), "build", app, "-o"];
  await run(python, [...build, path.join(folder, "site")], { quiet: true });
  const page = await readFile(path.join(folder, "site/index.html"), "utf8");
  assert.equal(page.match(/id="tabstream-index"/g)?.length, 1);
  const [image = ""] = await readdir(path.join(folder, "site/images"));
  assert.match(image, /^pandas-/);
  const file = path.join(folder, "app.html");
  await run(python, [...build, file, "--single-file"], { quiet: true });
  assert.ok((await stat(file)).size < 25e6);
});

/**
 * Waits for the address that the command prints.
 * @param {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, null>} server
 * @returns {Promise<string>}
 */
function addressOf(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (chunk) => {
      said += chunk;
      const match = /Open (http:\S+)/.exec(said);
      if (match?.[1]) resolve(match[1]);
    });
    server.on("close", () => reject(new Error(`It ended by itself:\n${said}`)));
  });
}

/**
 * Asks for all that the page says its site has.
 * @param {string} url
 * @param {string} page
 */
async function expectWhole(url, page) {
  const block = /id="tabstream-index">([^<]+)</.exec(page)?.[1] ?? "";
  const { packages, images, packed, core, lock, runtime } = JSON.parse(block);
  const wheels = Object.values(packages).map(({ file }) => file);
  const files = [...wheels, lock.file, runtime.file, ...Object.keys(core.files)];
  const paths = [
    ...files.map((file) => `pyodide/${file}`),
    ...Object.keys(packed).map((file) => `pyodide/${file}.gzipped`),
    ...images.map((/** @type {{ path: string }} */ image) => image.path),
    ...[...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, file]) => file),
  ];
  assert.ok(images.length >= 2);
  for (const file of paths) {
    const answer = await fetch(url + file, { method: "HEAD" });
    assert.equal(answer.status, 200, file);
  }
}
