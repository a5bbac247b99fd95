import { describe, expect, it } from "vitest";
import { compareVersions, meetsSpec, tryParseVersion } from "../../../web/src/packages/version.ts";

/** In ascending order, as PEP 440 has it. */
const ASCENDING = [
  "0.9",
  "1.0.dev1",
  "1.0a1.dev2",
  "1.0a1",
  "1.0a2",
  "1.0b1",
  "1.0rc1",
  "1.0",
  "1.0.post1.dev3",
  "1.0.post1",
  "1.0.1",
  "1.10",
  "2026.2.0",
  "1!0.1",
];

it("versions are ordered by their parts, not by their text", () => {
  for (const [low, left] of ASCENDING.entries()) {
    for (const [high, right] of ASCENDING.entries()) {
      const order = compareVersions(parse(left), parse(right));
      expect([left, right, Math.sign(order)]).toEqual([left, right, Math.sign(low - high)]);
    }
  }
});

it.each([
  ["1.0", "1.0.0"],
  ["v1.0", "1.0"],
  ["1.0alpha1", "1.0a1"],
  ["1.0-1", "1.0.post1"],
  ["1.0-RC.1", "1.0rc1"],
  ["1.0preview", "1.0rc0"],
])("%s and %s are one version", (left, right) => {
  expect(compareVersions(parse(left), parse(right))).toBe(0);
});

describe("a specifier is met as pip would have it", () => {
  it.each([
    ["3.0.2", "", true],
    ["3.0.2", "==3.0.2", true],
    ["3.0.2", "==3.0", false],
    ["3.0.2", "==3.*", true],
    ["3.0.2", "!=3.0.*", false],
    ["3.0.2", ">=2,<3", false],
    ["3.0.2", ">=2.0", true],
    ["3.0.2", "~=3.0", true],
    ["3.0.2", "~=3.0.1", true],
    ["3.1.0", "~=3.0.1", false],
    ["3.0.2", "===3.0.2", true],
    ["3.0", "===3.0.0", false],
    ["1.0+local.1", "==1.0", true],
    ["1.0", "==1.0+local.1", false],
    ["1.10", ">1.9", true],
    ["3.0.2", ">=nonsense", false],
  ])("%s %s: %s", (version, spec, expected) => {
    expect(meetsSpec(version, spec)).toBe(expected);
  });
});

it("what is no version is not taken for one", () => {
  for (const text of ["", "latest", "1.x", "1..2", "a1"]) {
    expect(tryParseVersion(text)).toBeUndefined();
  }
});

function parse(text: string) {
  const version = tryParseVersion(text);
  if (!version) throw new Error(`${text} is no version`);
  return version;
}
