import { describe, expect, it } from "vitest";
import { orderOf, thin } from "../../../../web/src/view/vega-chart/thin.ts";

const ALL = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, pixels: 10 };

function wave(length: number): Float64Array {
  return Float64Array.from({ length }, (_, x) => Math.sin(x * 1.7) * (1 + Math.sin(x / 90)));
}

describe("thinning a line", () => {
  const xs = Float64Array.from({ length: 1000 }, (_, x) => x);
  const ys = wave(1000);
  const window = { from: 0, to: 999, pixels: 10 };

  it("keeps the lowest and the highest point of every pixel, and both ends", () => {
    const kept = thin(xs, ys, orderOf(xs), window);
    expect(kept.length).toBeLessThanOrEqual(2 * 11 + 2);
    expect(kept).toEqual(kept.toSorted((a, b) => a - b));
    for (let pixel = 0; pixel < 10; pixel++) {
      const inside = [...xs].filter((x) => Math.floor((x * 10) / 999) === pixel);
      const height = (x: number) => ys[x] ?? 0;
      const byHeight = inside.toSorted((a, b) => height(a) - height(b));
      expect(kept).toContain(byHeight[0]);
      expect(kept).toContain(byHeight.at(-1));
    }
    expect([kept[0], kept.at(-1)]).toEqual([0, 999]);
  });

  it("keeps every point where there are few", () => {
    expect(thin(xs.subarray(0, 25), ys, orderOf(xs.subarray(0, 25)), ALL)).toHaveLength(25);
  });

  it("keeps what is seen, and one point on each side of it", () => {
    const kept = thin(xs, ys, orderOf(xs), { from: 100, to: 110, pixels: 100 });
    expect(kept).toEqual(Array.from({ length: 13 }, (_, place) => 99 + place));
  });

  it("keeps a gap a gap", () => {
    const gaps = ys.slice();
    gaps.fill(Number.NaN, 400, 410);
    const kept = thin(xs, gaps, orderOf(xs), window);
    expect(kept.some((place) => place >= 400 && place < 410)).toBe(true);
  });

  it("takes points in order of x, wherever they stand", () => {
    const shuffled = Float64Array.from([3, 1, 2]);
    expect(thin(shuffled, ys, orderOf(shuffled), ALL)).toEqual([1, 2, 0]);
  });
});
