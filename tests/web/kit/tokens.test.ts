import { describe, expect, it } from "vitest";
import { contrast, resolveTheme, tryParseColour } from "../../../web/src/kit/index.ts";

describe.each(["light", "dark"] as const)("the %s theme", (base) => {
  const { tokens } = resolveTheme({}, base);

  function ratio(text: string, ground: string): number {
    const [one, other] = [text, ground].map((name) => tryParseColour(tokens[`--ts-${name}`] ?? ""));
    return one && other ? contrast(one, other) : 0;
  }

  it("keeps the contrasts that the design promises", () => {
    expect(ratio("text", "page")).toBeGreaterThanOrEqual(15);
    expect(ratio("muted", "page")).toBeGreaterThanOrEqual(5.9);
    expect(ratio("muted", "surface")).toBeGreaterThanOrEqual(5.9);
    expect(ratio("accent", "page")).toBeGreaterThanOrEqual(6);
    expect(ratio("on-accent", "accent")).toBeGreaterThanOrEqual(6);
    expect(ratio("border", "page")).toBeGreaterThanOrEqual(3.2);
    for (const state of ["info", "success", "warning", "error"]) {
      expect(ratio(state, `${state}-bg`)).toBeGreaterThanOrEqual(6);
    }
  });

  it("draws every chart series so that it can be seen", () => {
    for (let series = 1; series <= 8; series++) {
      expect(ratio(`series-${series}`, "page")).toBeGreaterThanOrEqual(2.9);
    }
  });
});
