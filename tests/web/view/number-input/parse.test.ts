import { describe, expect, it } from "vitest";
import { parseNumber, stepped } from "../../../../web/src/view/number-input/parse.ts";

const FLOAT = {
  default: 0,
  required: false,
  min: null,
  max: null,
  step: 0.1,
  data_type: "float",
} as const;

describe("a typed number", () => {
  it.each([
    ["12", 12],
    [" -3.5 ", -3.5],
    ["−3", -3],
    ["1,234.5", 1234.5],
    ["1,234", 1234],
    ["12,345,678", 12_345_678],
    ["1 234", 1234],
    ["1,5", 1.5],
    ["0,25", 0.25],
    ["1e-3", 0.001],
    [".5", 0.5],
  ])("of %j is %d", (text, value) => {
    expect(parseNumber(text, FLOAT)).toEqual({ value });
  });

  it.each(["abc", "1.2.3", "--1", "Infinity", "0x"])("is not %j", (text) => {
    expect(parseNumber(text, FLOAT)).toEqual({ problem: `“${text}” is not a number.` });
  });

  it("is whole where the widget wants whole ones", () => {
    expect(parseNumber("1.5", { ...FLOAT, data_type: "int" })).toEqual({
      problem: "Enter a whole number.",
    });
  });

  it("lies within the range, of which only the given ends are named", () => {
    expect(parseNumber("5", { ...FLOAT, max: 4 })).toEqual({
      problem: "Enter a number of at most 4.",
    });
    expect(parseNumber("5", { ...FLOAT, min: 6 })).toEqual({
      problem: "Enter a number of at least 6.",
    });
  });
});

describe("a step", () => {
  it("adds what a person would", () => {
    expect(stepped(0.2, 1, FLOAT)).toBe(0.3);
    expect(stepped(0.3, -3, FLOAT)).toBe(0);
    expect(stepped(2 ** 53 - 2, 1, { ...FLOAT, step: 1, data_type: "int" })).toBe(2 ** 53 - 1);
  });

  it("stays within the range, and starts at zero where there is nothing", () => {
    expect(stepped(9.95, 1, { ...FLOAT, max: 10 })).toBe(10);
    expect(stepped(null, 1, { ...FLOAT, step: 5 })).toBe(5);
  });
});
