import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { hashOf, replaceFolder, writeWhole } from "../../tools/setup/files.mjs";
import { workFolder } from "../../tools/setup/paths.mjs";
import { makeOnce, stampOf } from "../../tools/setup/stamps.mjs";

/** @type {string} */
let folder;
before(async () => mkdir(workFolder, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "tabstream-files-"));
});
after(async () => rm(folder, { recursive: true, force: true }));

describe("a folder that is made anew", () => {
  const fill = async (/** @type {string} */ empty) => writeFile(path.join(empty, "new"), "1");

  test("takes the place of the old one, with nothing of it left", async () => {
    const product = path.join(folder, "product");
    await mkdir(product);
    await writeFile(path.join(product, "old"), "0");
    await replaceFolder(product, fill);
    assert.deepEqual(await readdir(product), ["new"]);
  });

  test("leaves the old one as it was when the making fails", async () => {
    const product = path.join(folder, "product");
    await replaceFolder(product, fill);
    const failing = async (/** @type {string} */ empty) => {
      await writeFile(path.join(empty, "half"), "");
      throw new Error("disk full");
    };
    await assert.rejects(replaceFolder(product, failing), /disk full/);
    assert.deepEqual(await readdir(product), ["new"]);
    assert.ok(!(await readdir(workFolder)).some((name) => name.startsWith("product.")));
  });
});

test("a file is written whole, and nothing else stays beside it", async () => {
  await writeWhole(path.join(folder, "deep/file.txt"), "whole");
  assert.equal(await readFile(path.join(folder, "deep/file.txt"), "utf8"), "whole");
  assert.deepEqual(await readdir(path.join(folder, "deep")), ["file.txt"]);
});

describe("a hash of sources", () => {
  test("changes with a name and with a content, and not with what programs leave", async () => {
    await writeFile(path.join(folder, "a.py"), "1");
    const first = await hashOf([folder]);
    await mkdir(path.join(folder, "__pycache__"));
    await writeFile(path.join(folder, "__pycache__/a.pyc"), "");
    assert.equal(await hashOf([folder]), first);
    await writeFile(path.join(folder, "b.py"), "");
    const second = await hashOf([folder]);
    assert.notEqual(second, first);
    await writeFile(path.join(folder, "a.py"), "2");
    assert.notEqual(await hashOf([folder]), second);
  });
});

describe("a product", () => {
  test("is made once from the same input, again from another, again when it is gone", async () => {
    const product = path.join(folder, `product-${process.pid}`);
    let made = 0;
    const make = async () => {
      made += 1;
      await writeFile(product, "");
    };
    for (const input of ["one", "one", "two", "two"]) await makeOnce(product, input, make);
    assert.equal(made, 2);
    await rm(product);
    await makeOnce(product, "two", make);
    assert.equal(made, 3);
    await rm(stampOf(product));
  });

  test("whose making was interrupted is made again from the same input", async () => {
    const product = path.join(folder, `product-${process.pid}`);
    await makeOnce(product, "one", () => writeFile(product, "first"));
    const interrupted = async () => {
      await writeFile(product, "half");
      throw new Error("interrupted");
    };
    await assert.rejects(makeOnce(product, "two", interrupted));
    await makeOnce(product, "one", () => writeFile(product, "again"));
    assert.equal(await readFile(product, "utf8"), "again");
    await rm(stampOf(product));
    assert.ok(!existsSync(stampOf(product)));
  });
});
