import { describe, expect, it } from "vitest";
import { findOptions } from "../../../../web/src/view/selectbox/filter.ts";

const FILES = ["st_warning.py", "st_expander.py", "export.py", "example text.py", "EXP.md"];

const found = (typed: string, mode: "fuzzy" | "contains" | "prefix", texts = FILES) =>
  findOptions(texts, typed, mode).map((place) => texts[place]);

describe("typing finds options", () => {
  it("fuzzily: the characters in their order, what stands together and first comes first", () => {
    expect(found("exp", "fuzzy")).toEqual([
      "EXP.md",
      "export.py",
      "st_expander.py",
      "example text.py",
    ]);
    expect(found("stw", "fuzzy")).toEqual(["st_warning.py"]);
    expect(found("zzz", "fuzzy")).toEqual([]);
  });

  it("that contain the text, in the author's order", () => {
    expect(found("exp", "contains")).toEqual(["st_expander.py", "export.py", "EXP.md"]);
  });

  it("that begin with the text, in the author's order", () => {
    expect(found("exp", "prefix")).toEqual(["export.py", "EXP.md"]);
  });

  it("among ten thousand without a pause, also on a busy machine", () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `Option number ${index}`);
    findOptions(many, "on9", "fuzzy");
    const started = performance.now();
    findOptions(many, "onum99", "fuzzy");
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
