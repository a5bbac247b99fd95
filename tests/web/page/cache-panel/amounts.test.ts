import { expect, it } from "vitest";
import {
  ageText,
  countText,
  durationText,
  sizeText,
} from "../../../../web/src/page/cache-panel/amounts.ts";

it.each([
  [0, "0 s"],
  [0.000_3, "0.3 ms"],
  [0.0123, "12 ms"],
  [0.345, "345 ms"],
  [0.9996, "1 s"],
  [2.41, "2.4 s"],
  [58.4, "58 s"],
  [119.4, "119 s"],
  [150, "2.5 min"],
  [3 * 3_600, "3 h"],
])("%d seconds took %s", (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

it.each([
  [0, "0 B"],
  [812, "812 B"],
  [1_240, "1.2 kB"],
  [48_200, "48 kB"],
  [245_300, "245 kB"],
  [999_700, "1 MB"],
  [1_234_567, "1.2 MB"],
  [12_345_678_901, "12 GB"],
])("%d bytes are %s", (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

it.each([
  [0.4, "just now"],
  [12.9, "12 s ago"],
  [119, "119 s ago"],
  [185, "3 min ago"],
  [7_300, "2 h ago"],
  [3 * 86_400, "3 days ago"],
])("%d seconds are %s", (seconds, text) => {
  expect(ageText(seconds)).toBe(text);
});

it("counts in words", () => {
  expect(countText(1, "result")).toBe("1 result");
  expect(countText(1_200, "result")).toBe("1,200 results");
  expect(countText(12_000)).toBe("12,000");
});
