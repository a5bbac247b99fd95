import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { countCases, inWords, sum } from "../../tools/checks/counts.mjs";
import { headOf } from "../../tools/site/examples.mjs";
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

describe("an example is described by its README", () => {
  test("by the heading and the paragraph below it", () => {
    const readme = "# Rain in March\n\nDraws a chart\nof rain.\n\nMore words.\n";
    assert.deepEqual(headOf(readme, "rain"), {
      title: "Rain in March",
      about: "Draws a chart of rain.",
    });
  });

  test("and one without them fails the build by name", () => {
    assert.throws(() => headOf("Just words.", "rain"), /examples\/rain\/README\.md must begin/);
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
