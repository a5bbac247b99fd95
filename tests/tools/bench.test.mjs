import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseArguments } from "../../tools/bench/arguments.mjs";
import { Link } from "../../tools/bench/link.mjs";
import { inTables, median, Rows } from "../../tools/bench/table.mjs";

describe("what was measured", () => {
  test("stands in one table a part, with the range, the rounds and the goal", () => {
    const rows = new Rows();
    const note = rows.noteFor("heal");
    const what = "hello: from then until Python is there again";
    for (const value of [812, 640, 655]) note(what, "ms", value);
    rows.noteFor("calls")("st.text: new", "µs", 61);
    assert.equal(
      inTables(rows.all, { heal: "an endless loop is stopped" }),
      `**heal**: an endless loop is stopped

| what | median | least | most | rounds | goal |
|---|---:|---:|---:|---:|---:|
| ${what} | 655 ms | 640 ms | 812 ms | 3 | ≤ 700 ms ✓ |

**calls**

| what | median | least | most | rounds | goal |
|---|---:|---:|---:|---:|---:|
| st.text: new | 61.0 µs | 61.0 µs | 61.0 µs | 1 |  |`,
    );
  });

  test("with an image and plain stands side by side, with the ratio", () => {
    const rows = new Rows();
    const note = rows.noteFor("starts");
    const what = "hello: warm, first element";
    note(what, "ms", 600);
    note(what, "ms", 4800, "plain");
    note("bare Pyodide, cold", "ms", 3900, "plain");
    assert.match(
      inTables(rows.all),
      /warm, first element \| 600 ms \| 4800 ms \| 8\.0 × \| 1 \| ≤ 500 ms ✗/,
    );
    assert.match(inTables(rows.all), /\| bare Pyodide, cold \| {2}\| 3900 ms \| {2}\| 1 \| {2}\|/);
  });

  test("has its median in the middle, or between the two that are", () => {
    assert.equal(median([9, 1, 2]), 2);
    assert.equal(median([4, 1, 2, 9]), 3);
  });
});

describe("a slow link", () => {
  const speed = { bitsPerSecond: 8_000_000, latency_ms: 40 };

  test("takes as long as all that was handed to it before, whoever handed it", () => {
    const link = new Link(speed);
    assert.equal(link.reserve(1_000, 0), 1);
    assert.equal(link.reserve(10_000, 0), 11);
    assert.equal(link.reserve(1_000, 5), 12);
  });

  test("has not saved up what it did not carry", () => {
    const link = new Link(speed);
    link.reserve(1_000, 0);
    assert.equal(link.reserve(1_000, 500), 501);
  });

  test("answers after its latency, which a new connection takes twice", async () => {
    const link = new Link(speed);
    const start = performance.now();
    await link.delay(true);
    await link.send(new Uint8Array(30_000), () => true);
    assert.ok(performance.now() - start >= 109);
  });
});

describe("the bench is asked for", () => {
  const parts = [
    { name: "starts", rounds: 3 },
    { name: "heal", rounds: 20 },
  ];

  test("as a whole, or for some of its parts", () => {
    assert.deepEqual(parseArguments([], parts).names, ["starts", "heal"]);
    assert.deepEqual(parseArguments(["--only", "heal,starts"], parts).names, ["heal", "starts"]);
    assert.throws(() => parseArguments(["--only", "hea"], parts), /no part "hea"/);
  });

  test("with its own rounds, with few, or with as many as are named", () => {
    const [starts, heal] = parts;
    assert.ok(starts && heal);
    assert.equal(parseArguments([], parts).rounds(heal), 20);
    assert.equal(parseArguments(["--quick"], parts).rounds(heal), 3);
    assert.equal(parseArguments(["--quick"], parts).rounds(starts), 1);
    assert.equal(parseArguments(["--rounds", "5"], parts).rounds(starts), 5);
    assert.throws(() => parseArguments(["--rounds", "none"], parts), /1 or more/);
  });
});
