import { describe, expect, it } from "vitest";
import { judgeLink } from "../../../web/src/page/link-speed.ts";

type Loaded = Pick<PerformanceResourceTiming, "transferSize" | "responseStart" | "responseEnd">;

function having(...resources: Loaded[]) {
  return { getEntriesByType: () => resources as PerformanceResourceTiming[] };
}

/** What came in so many milliseconds. */
const loaded = (transferSize: number, time: number): Loaded => ({
  transferSize,
  responseStart: 100,
  responseEnd: 100 + time,
});

describe("an image is fetched", () => {
  it("over a quick link, and not over a slow one, which gets it for the next visit", () => {
    const quick = judgeLink({}, having(loaded(800_000, 50), loaded(500, 90)));
    expect(quick).toEqual({ mayFetch: true, mayPrepare: true });
    const slow = judgeLink({}, having(loaded(800_000, 640)));
    expect(slow).toEqual({ mayFetch: false, mayPrepare: true });
  });

  it("over a link that a busy processor makes seem slower, and not over 10 Mbit/s", () => {
    expect(judgeLink({}, having(loaded(218_000, 103))).mayFetch).toBe(true);
    expect(judgeLink({}, having(loaded(218_000, 250), loaded(41_000, 33))).mayFetch).toBe(false);
  });

  it("where nothing is known of the link, since the page's code was kept by the browser", () => {
    expect(judgeLink({}, having(loaded(0, 3))).mayFetch).toBe(true);
    expect(judgeLink({}, having()).mayFetch).toBe(true);
  });

  it("never for a person who wants to save data", () => {
    const link = judgeLink({ connection: { saveData: true } }, having(loaded(800_000, 1)));
    expect(link).toEqual({ mayFetch: false, mayPrepare: false });
  });
});
