import { describe, expect, it } from "vitest";
import { isPattern, printf } from "../../../../web/src/view/format/printf.ts";

describe("a printf pattern", () => {
  it.each([
    ["%d", 3.9, "3"],
    ["%i apples", -3.9, "-3 apples"],
    ["%.2f km", 1.005, "1.00 km"],
    ["%f", 1.5, "1.500000"],
    ["%08.2f", -1.5, "-0001.50"],
    ["%+d", 5, "+5"],
    ["% d", 5, " 5"],
    ["%-6d|", 5, "5     |"],
    ["%6d|", 5, "     5|"],
    ["%,.1f", 1234567.89, "1,234,567.9"],
    ["%e", 12345, "1.234500e+04"],
    ["%.1e", 12345, "1.2e+04"],
    ["%g", 0.0001, "0.0001"],
    ["%g", 1234567, "1.23457e+06"],
    ["%x", 255, "ff"],
    ["%X", 255, "FF"],
    ["%o", 8, "10"],
    ["%b", 5, "101"],
    ["%s", 1.5, "1.5"],
    ["%.1f%%", 12.34, "12.3%"],
    ["$%d of %d", 2, "$2 of 2"],
  ])("%s of %d is %s", (pattern, value, text) => {
    expect(printf(pattern, value)).toBe(text);
  });

  it("is told apart from a word", () => {
    expect(isPattern("%.2f")).toBe(true);
    expect(isPattern("percent")).toBe(false);
  });
});
