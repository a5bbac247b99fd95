import { expect, it } from "vitest";
import { timespan } from "../../../../web/src/view/format/timespan.ts";

it.each([
  [0, "0:00:00"],
  [9_015, "2:30:15"],
  [93_784, "1 day, 2:03:04"],
  [-3_600, "-1 day, 23:00:00"],
  [10 * 86_400, "10 days, 0:00:00"],
])("a span of %d seconds is %s, as in Python", (seconds, words) => {
  expect(timespan(seconds)).toBe(words);
});
