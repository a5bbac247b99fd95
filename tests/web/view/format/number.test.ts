import { describe, expect, it } from "vitest";
import { duration, formatExact, formatNumber } from "../../../../web/src/view/format/number.ts";

describe("a number", () => {
  it.each([
    [1234567, null, "1234567"],
    [1.5, null, "1.5"],
    [1 / 3, null, "0.3333"],
    [0.00001234, null, "0.000012"],
    [-2, null, "-2"],
    [1 / 3, "plain", "0.3333333333333333"],
    [1234567.891, "localized", "1,234,567.891"],
    [0.1234, "percent", "12.34%"],
    [1234.5, "dollar", "$1,234.50"],
    [1234.5, "euro", "€1,234.50"],
    [1234.5, "yen", "¥1,235"],
    [1234567, "compact", "1.2M"],
    [0.125, "compact", "0.125"],
    [1234.5, "scientific", "1.235E3"],
    [12345, "engineering", "12.345E3"],
    [-1234.5, "accounting", "(1,234.50)"],
    [1536, "bytes", "1.5 KB"],
    [3723, "duration", "1h 2m 3s"],
    [5, "no format at all", "5"],
    [Number.POSITIVE_INFINITY, "percent", "∞"],
  ])("%d in the format %s is %s", (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });

  it("shows as many decimals as its step has", () => {
    expect(formatNumber(1 / 3, null, 0.01)).toBe("0.33");
    expect(formatNumber(1 / 3, null, 1)).toBe("0");
  });

  it("that JavaScript cannot hold is shown with all its digits", () => {
    expect(formatExact(9007199254740993n)).toBe("9007199254740993");
    expect(formatExact("1.10")).toBe("1.10");
    expect(formatExact("1.10", "%.1f")).toBe("1.1");
  });
});

describe("a duration", () => {
  it.each([
    [0, "0s"],
    [59.5, "59.5s"],
    [3600, "1h 0m 0s"],
    [-90061, "-1d 1h 1m 1s"],
  ])("of %d seconds is %s", (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});
