import { describe, expect, it } from "vitest";
import type { ChartRoles } from "../../../../web/src/protocol/elements.ts";
import { chartRows } from "../../../../web/src/view/vega-chart/chart-rows.ts";
import { frameOf, jsons, moments } from "../frames.ts";

const ROLES: ChartRoles = {
  x: null,
  y: ["a"],
  color: null,
  size: null,
  sort: null,
  is_line: false,
  is_stacked: false,
};

const rows = (frame: ReturnType<typeof frameOf>, roles: Partial<ChartRoles>, pixels?: number) =>
  chartRows(
    { name: "rows", frame, roles: { ...ROLES, ...roles } },
    pixels === undefined
      ? null
      : { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, pixels },
  );

describe("the rows of a chart", () => {
  it("of wide data are a row for each column and place", () => {
    expect(rows(frameOf({ a: [1, null], b: [3, 4] }), { y: ["a", "b"] })).toEqual([
      { x: 0, y: 1, color: "a" },
      { x: 1, y: null, color: "a" },
      { x: 0, y: 3, color: "b" },
      { x: 1, y: 4, color: "b" },
    ]);
  });

  it("of long data have the groups, sizes and order of their columns", () => {
    const frame = frameOf({ t: [5, 6], a: [1, 2], g: ["p", "q"], s: [7, 8] });
    expect(rows(frame, { x: "t", color: "g", size: "s", sort: "s" })).toEqual([
      { x: 5, y: 1, color: "p", size: 7, sort: 7 },
      { x: 6, y: 2, color: "q", size: 8, sort: 8 },
    ]);
  });

  it("that an author specified have all columns, and the index beside them", () => {
    const frame = frameOf({ a: [1, null], "b.c": ["x", null], d: jsons([[1], { e: 2 }]) });
    expect(chartRows({ name: "data", frame, roles: null }, null)).toEqual([
      { "(index)": 0, a: 1, "b.c": "x", d: [1] },
      { "(index)": 1, a: null, "b.c": null, d: { e: 2 } },
    ]);
  });

  it("show a moment without a zone by the clock of this computer, and one with a zone as it is", () => {
    const noon = Date.UTC(2024, 6, 1, 12);
    const frame = frameOf({ a: [1] }, [{ name: "t", labels: ["t"], data: moments([noon]) }]);
    expect(rows(frame, {})[0]?.x).toBe(new Date(2024, 6, 1, 12).getTime());
    const zoned = frameOf({ a: [1] }, [{ name: "t", labels: ["t"], data: moments([noon], "UTC") }]);
    expect(rows(zoned, {})[0]?.x).toBe(noon);
  });

  const long = frameOf({
    a: Array.from({ length: 1000 }, (_, x) => Math.sin(x)),
    b: Array.from({ length: 1000 }, (_, x) => Math.cos(x)),
    g: Array.from({ length: 1000 }, (_, x) => (x % 2 ? "odd" : "even")),
  });

  it("of a crowded line are those that are seen, for each of its series", () => {
    const wide = rows(long, { y: ["a", "b"], is_line: true }, 20);
    expect(wide.length).toBeLessThan(2 * 50);
    expect(new Set(wide.map(({ color }) => color))).toEqual(new Set(["a", "b"]));
    const grouped = rows(long, { color: "g", is_line: true }, 20);
    expect(grouped.length).toBeLessThan(2 * 50);
    expect(
      grouped.filter(({ color }) => color === "odd").every(({ x }) => Number(x) % 2 === 1),
    ).toBe(true);
  });

  it("of crowded areas on each other have the same places in each of them", () => {
    const stacked = rows(long, { y: ["a", "b"], is_line: true, is_stacked: true }, 20);
    const places = (name: string) =>
      stacked.filter(({ color }) => color === name).map(({ x }) => x);
    expect(places("a")).toEqual(places("b"));
    expect(places("a").length).toBeLessThan(50);
  });

  it("of points and bars are all there", () => {
    expect(rows(long, {}, 20)).toHaveLength(1000);
  });

  it("of a line say where it is broken", () => {
    expect(rows(frameOf({ a: [1, null, 3] }), { is_line: true }, 100)).toEqual([
      { x: 0, y: 1 },
      { x: 1, y: null, defined: false },
      { x: 2, y: 3 },
    ]);
  });
});
