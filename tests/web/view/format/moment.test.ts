import { describe, expect, it } from "vitest";
import { formatMoment, type MomentKind } from "../../../../web/src/view/format/moment.ts";

const MOMENT = Date.UTC(2024, 4, 3, 9, 5, 7, 250);

describe("a moment", () => {
  it.each<[MomentKind, string | null, string | null, string]>([
    ["datetime", null, null, "2024-05-03 09:05:07.250"],
    ["date", null, null, "2024-05-03"],
    ["time", null, null, "09:05:07.250"],
    ["datetime", null, "Europe/Paris", "2024-05-03 11:05:07.250+02:00"],
    ["datetime", "D MMM YYYY, h:mm a", null, "3 May 2024, 9:05 am"],
    ["datetime", "dddd, Do MMMM [at] HH:mm", null, "Friday, 3rd May at 09:05"],
    ["datetime", "YYYY-MM-DD HH:mm:ss.SSS ZZ", "Asia/Kolkata", "2024-05-03 14:35:07.250 +0530"],
    ["datetime", "HH:mm Z", "-03:30", "05:35 -03:30"],
    ["datetime", "[week] W, LT", null, "week 18, 9:05 AM"],
    ["datetime", "DDDD Q YY X", null, "124 2 24 1714727107"],
    ["datetime", "iso8601", null, "2024-05-03T09:05:07.250"],
    ["datetime", "iso8601", "UTC", "2024-05-03T09:05:07.250+00:00"],
    ["date", "iso8601", null, "2024-05-03"],
    ["date", "localized", null, "May 3, 2024"],
  ])("as a %s in the format %s of the zone %s is %s", (kind, format, zone, text) => {
    expect(formatMoment(MOMENT, kind, format, zone).replaceAll("\u202f", " ")).toBe(text);
  });

  it("without a fraction of a second shows none", () => {
    expect(formatMoment(Date.UTC(1815, 11, 10), "datetime")).toBe("1815-12-10 00:00:00");
  });

  it.each([
    [-3 * 86_400_000, "3 days ago"],
    [2 * 3_600_000, "in 2 hours"],
    [-400 * 86_400_000, "last year"],
  ])("%d milliseconds away is %s", (away, text) => {
    expect(formatMoment(MOMENT + away, "datetime", "distance", null, MOMENT)).toBe(text);
  });

  it.each([
    [0, "Today, 9:05 AM"],
    [-86_400_000, "Yesterday, 9:05 AM"],
    [3 * 86_400_000, "Monday, 9:05 AM"],
    [30 * 86_400_000, "Jun 2, 2024"],
  ])("%d milliseconds away on the calendar is %s", (away, text) => {
    const shown = formatMoment(MOMENT + away, "datetime", "calendar", null, MOMENT);
    expect(shown.replaceAll("\u202f", " ")).toBe(text);
  });

  it("of a zone that nobody knows is shown by UTC", () => {
    expect(formatMoment(MOMENT, "datetime", "HH:mm", "Nowhere/Land")).toBe("09:05");
  });
});
