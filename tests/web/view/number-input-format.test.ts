import { describe, expect, it } from "vitest";
import { decimalsOf, formatNumber } from "../../../web/src/view/number-input-format.ts";

describe("a printf format", () => {
  it.each([
    [5, "%d", "5"],
    [5.9, "%d", "5"],
    [-5.9, "%i", "-5"],
    [0.5, "%f", "0.500000"],
    [0.5, "%0.2f", "0.50"],
    [0.125, "%.2f kg", "0.13 kg"],
    [50, "%d%%", "50%"],
    [7, "%03d", "007"],
    [-7, "%05.1f", "-07.0"],
    [7, "%+d", "+7"],
    [7, "[%4d]", "[   7]"],
    [7, "[%-4d]", "[7   ]"],
    [1234567.891, "%,.2f", "1,234,567.89"],
    [1234, "%,d", "1,234"],
    [12345.678, "%.2e", "1.23e+4"],
    [1234.5, "%g", "1234.5"],
    [255, "0x%x", "0xff"],
    [3, "%s apples", "3 apples"],
  ])("words %d by %s as %s", (value, format, words) => {
    expect(formatNumber(value, format)).toBe(words);
  });

  it("that cannot be understood leaves the number as it is", () => {
    expect(formatNumber(2.5, "%q")).toBe("2.5");
    expect(formatNumber(2.5, "apples")).toBe("2.5");
  });

  it("says how many digits it shows after the point", () => {
    expect(decimalsOf("%0.3f")).toBe(3);
    expect(decimalsOf("%d")).toBe(0);
    expect(decimalsOf("%f")).toBeUndefined();
  });
});

describe("a named format", () => {
  it.each([
    [1234.567, "plain", "1234.567"],
    [0.5, "percent", "50%"],
    [1234.567, "dollar", "$1,234.57"],
    [1234.567, "euro", "€1,234.57"],
    [1234.567, "yen", "¥1,235"],
    [1234, "compact", "1.2K"],
    [1234.567, "scientific", "1.235E3"],
    [-12, "accounting", "(12)"],
    [1200, "bytes", "1.2KB"],
  ])("words %d as %s: %s", (value, format, words) => {
    expect(formatNumber(value, format)).toBe(words);
  });
});
