import assert from "node:assert/strict";
import { test } from "node:test";
import { criticalPath } from "../../tools/bench/trace.mjs";

/** @param {string} name @param {number} start @param {number} end */
const stage = (name, start, end) => ({ where: "worker", name, start, end });

test("what the first element waits for is found, within stages and before them", () => {
  const load = stage("load", 0, 100);
  const boot = stage("boot", 100, 500);
  const small = stage("read a small file", 110, 150);
  const large = stage("read a large file", 110, 400);
  const draw = stage("draw", 500, 520);
  const path = criticalPath([load, boot, small, large, draw]);
  assert.deepEqual(
    [...path.entries()].map(([{ name }, time]) => [name, time]),
    [
      ["draw", 20],
      ["boot", 100],
      ["read a large file", 290],
      ["load", 100],
    ],
  );
});
