import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { countCases, inWords, sum } from "../../tools/checks/counts.mjs";
import { complete } from "../../tools/locks/npm-lock.mjs";
import { importNames } from "../../tools/site/packages-json.mjs";

describe("tests are counted from a report", () => {
  test("case by case, as each runner writes them", () => {
    const report = `<?xml version="1.0"?>
      <testsuites><testsuite tests="4">
        <testcase name="a &gt; b" time="0.1"/>
        <testcase name="c"><system-out>fine</system-out></testcase>
        <testcase name="d"><failure message="x > y">no</failure></testcase>
        <testcase name="e"><error message="broke"/></testcase>
        <testcase name="f"><skipped/></testcase>
      </testsuite></testsuites>`;
    assert.deepEqual(countCases(report), { passed: 2, failed: 2, skipped: 1 });
  });

  test("no report counts as no tests", () => {
    assert.deepEqual(countCases(""), { passed: 0, failed: 0, skipped: 0 });
  });

  test("the last line says how many passed and failed, and skipped if any", () => {
    const some = { passed: 2, failed: 0, skipped: 0 };
    assert.equal(inWords(sum([some, some])), "4 passed, 0 failed");
    assert.equal(inWords({ ...some, skipped: 1 }), "2 passed, 0 failed, 1 skipped");
  });
});

describe("a package-lock.json that npm left incomplete", () => {
  const parent = {
    version: "2.0.0",
    resolved: "https://registry.example/rain-2.0.0.tgz",
    dev: true,
    license: "MIT",
    optionalDependencies: { "rain-darwin-arm64": "2.0.0", "rain-linux-x64-musl": "2.0.0" },
  };

  test("gets its builds for other systems back, and loses the addresses", () => {
    const { optionalDependencies } = parent;
    const build = { version: "2.0.0", dev: true, license: "MIT", optional: true };
    assert.deepEqual(complete({ "": {}, "node_modules/rain": parent }), {
      "": {},
      "node_modules/rain": { version: "2.0.0", dev: true, license: "MIT", optionalDependencies },
      "node_modules/rain-darwin-arm64": { ...build, cpu: ["arm64"], os: ["darwin"] },
      "node_modules/rain-linux-x64-musl": { ...build, cpu: ["x64"], libc: ["musl"], os: ["linux"] },
    });
  });

  test("is an error when something else is missing", () => {
    const odd = { ...parent, optionalDependencies: { snow: "1.0.0" } };
    assert.throws(() => complete({ "node_modules/rain": odd }), /lacks snow/);
  });
});

test("an import name leads to what we ship rather than to the CDN", () => {
  const entry = { version: "1", depends: [], imports: ["rain", "_private"] };
  const lock = {
    packages: {
      ours: { ...entry, file_name: "ours.whl" },
      theirs: { ...entry, file_name: "https://cdn.example/theirs.whl" },
      other: { ...entry, imports: ["snow"], file_name: "https://cdn.example/other.whl" },
    },
  };
  assert.deepEqual(importNames(lock), { rain: "ours", snow: "other" });
});
