import { parseDate } from "@internationalized/date";
import { describe, expect, it } from "vitest";
import {
  daysBetween,
  formatParts,
  parseDays,
  pickDay,
  readDays,
  wordDay,
} from "../../../../web/src/view/date-input/days.ts";

const RULES = {
  is_range: false,
  is_clearable: false,
  required: false,
  min: "2024-01-01",
  max: "2024-12-31",
  format: "DD.MM.YYYY",
  default: ["2024-05-01"],
};

const RANGE = { ...RULES, is_range: true, default: [] };

const days = (...texts: (string | null)[]) =>
  texts.map((text) => (text === null ? null : parseDate(text)));

describe("an entered day", () => {
  it("counts within the limits", () => {
    expect(parseDays(days("2024-12-31"), RULES)).toEqual({ value: ["2024-12-31"] });
  });

  it("does not count beyond them, which are named in the author's format", () => {
    expect(parseDays(days("2025-01-01"), RULES)).toEqual({
      problem: "Choose a day from 01.01.2024 to 31.12.2024.",
    });
  });

  it("that was emptied goes back to what it was at first, or to nothing where that is allowed", () => {
    expect(parseDays([null], RULES)).toEqual({ value: ["2024-05-01"] });
    expect(parseDays([null], { ...RULES, is_clearable: true })).toEqual({ value: [] });
    expect(parseDays([null], { ...RULES, required: true })).toEqual({
      problem: "Fill in this field.",
    });
  });
});

describe("an entered range", () => {
  it("may be empty, half or whole", () => {
    expect(parseDays([null, null], RANGE)).toEqual({ value: [] });
    expect(parseDays(days("2024-05-01", null), RANGE)).toEqual({ value: ["2024-05-01"] });
    expect(parseDays(days("2024-05-01", "2024-05-03"), RANGE)).toEqual({
      value: ["2024-05-01", "2024-05-03"],
    });
  });

  it("has its first day, and that before the last", () => {
    expect(parseDays(days(null, "2024-05-03"), RANGE)).toEqual({
      problem: "The first day is missing.",
    });
    expect(parseDays(days("2024-05-03", "2024-05-01"), RANGE)).toEqual({
      problem: "The first day comes after the last.",
    });
  });

  it("is picked day by day; a third one begins a new range", () => {
    const first = pickDay([null, null], parseDate("2024-05-05"));
    expect(first.map(String)).toEqual(["2024-05-05", "null"]);
    const both = pickDay(first, parseDate("2024-05-02"));
    expect(both.map(String)).toEqual(["2024-05-02", "2024-05-05"]);
    expect(pickDay(both, parseDate("2024-05-09")).map(String)).toEqual(["2024-05-09", "null"]);
  });

  it("has all the days from its first to its last", () => {
    const range = readDays(["2024-02-28", "2024-03-01"], true);
    expect(daysBetween(range).map(String)).toEqual(["2024-02-28", "2024-02-29", "2024-03-01"]);
  });
});

describe("a date format", () => {
  it("orders the parts of a date and what stands between", () => {
    expect(formatParts("DD.MM.YYYY")).toEqual(["day", ".", "month", ".", "year"]);
    expect(wordDay(parseDate("2024-05-01"), "YYYY/MM/DD")).toBe("2024/05/01");
  });
});
