import { describe, expect, it } from "vitest";
import { formatDate, formatDuration } from "../../../web/src/view/date-input-format.ts";

const MOMENT = Date.UTC(2024, 4, 1, 20, 5, 9, 123);
const DATETIME = { has: "datetime" } as const;

describe("a moment.js format", () => {
  it.each([
    ["YYYY-MM-DD HH:mm", "2024-05-01 20:05"],
    ["D MMM YY", "1 May 24"],
    ["dddd, MMMM Do", "Wednesday, May 1st"],
    ["ddd ha", "Wed 8pm"],
    ["hh:mm:ss.SSS A", "08:05:09.123 PM"],
    ["[Week] W, [day] DDD", "Week 18, day 122"],
    ["L LT", "05/01/2024 8:05 PM"],
    ["Q/YYYY", "2/2024"],
  ])("words a moment by %s as %s", (format, words) => {
    expect(formatDate(MOMENT, format, DATETIME).replaceAll("\u202f", " ")).toBe(words);
  });

  it("words a time of day, counted from midnight", () => {
    expect(formatDate((8 * 60 + 30) * 60_000, "HH:mm", { has: "time" })).toBe("08:30");
  });
});

describe("a named format", () => {
  it("of ISO 8601 leaves out what the value has not", () => {
    expect(formatDate(MOMENT, "iso8601", { has: "date" })).toBe("2024-05-01");
    expect(formatDate(MOMENT, "iso8601", { has: "time" })).toBe("20:05:09.123");
    expect(formatDate(MOMENT, "iso8601", DATETIME)).toBe("2024-05-01T20:05:09.123Z");
  });

  it("of distance says how long ago it was, or how long it will take", () => {
    const options = { ...DATETIME, now: MOMENT };
    expect(formatDate(MOMENT - 2 * 3_600_000, "distance", options)).toBe("2 hours ago");
    expect(formatDate(MOMENT + 3 * 86_400_000, "distance", options)).toBe("in 3 days");
    expect(formatDate(MOMENT, "distance", options)).toBe("now");
  });

  it("of the calendar names the days around today", () => {
    const now = MOMENT - 86_400_000;
    expect(formatDate(MOMENT, "calendar", { has: "datetime", now })).toBe("Tomorrow 20:05");
    expect(formatDate(MOMENT, "calendar", { has: "date", now: MOMENT })).toBe("Today");
  });
});

describe("a span of time", () => {
  it.each([
    [0, "0:00:00"],
    [9_015, "2:30:15"],
    [93_784, "1 day, 2:03:04"],
    [-3_600, "-1 day, 23:00:00"],
    [10 * 86_400, "10 days, 0:00:00"],
  ])("of %d seconds is worded %s", (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words);
  });
});
