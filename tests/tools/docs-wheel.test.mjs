// What `pip install ./py-docs` installs.
import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { run } from "../../tools/setup/command.mjs";
import { root } from "../../tools/setup/paths.mjs";
import { ensurePython } from "../../tools/setup/python.mjs";

const folder = await mkdtemp(path.join(tmpdir(), "tabstream-docs-wheel-"));
after(() => rm(folder, { recursive: true, force: true }));

test("py-docs is a package of its own, of the site's version, which MkDocs finds", async () => {
  const builder = await ensurePython("wheel");
  const command = ["-m", "hatchling", "build", "-t", "wheel", "-d", folder];
  await run(builder, command, { cwd: path.join(root, "py-docs"), quiet: true });
  const [name = "", ...others] = await readdir(folder);
  assert.deepEqual(others, []);
  const ask = "from tabstream import _version; print(_version.__version__)";
  const version = await run(builder, ["-c", ask], { cwd: path.join(root, "py"), quiet: true });
  assert.equal(name, `tabstream_docs-${version.trim()}-py3-none-any.whl`);
  const script = `
import sys
from zipfile import ZipFile
wheel = sys.argv[1]
names = ZipFile(wheel).namelist()
about = next(n for n in names if n.endswith("entry_points.txt"))
print("tabstream_docs/LICENSE" in names)
print(sorted({n.split("/")[0].split("-")[0] for n in names}))
print(ZipFile(wheel).read(about).decode())
`;
  const said = await run(builder, ["-c", script, path.join(folder, name)], { quiet: true });
  assert.match(said, /^True$/m);
  assert.match(said, /^\['tabstream_docs'\]$/m);
  assert.match(said, /\[mkdocs\.plugins\]\s+tabstream = tabstream_docs\.mkdocs:TabstreamPlugin/);
});
