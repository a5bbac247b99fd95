import { describe, expect, it } from "vitest";
import { decodeFrame } from "../../../../web/src/protocol/frame.ts";
import { nextSorting, sortRows } from "../../../../web/src/view/data-frame/sort.ts";
import { categories, frameOf } from "../frames.ts";

function sorted(
  values: Parameters<typeof frameOf>[0][string],
  rows: number,
  direction = "ascending",
) {
  const [column] = decodeFrame({ ...frameOf({ a: values }), rows }).columns;
  return column && [...sortRows(column, rows, direction as "ascending" | "descending")];
}

describe("sorting a grid", () => {
  it("orders numbers by size, and puts missing ones last either way", () => {
    expect(sorted([3, null, -1, 20], 4)).toEqual([2, 0, 3, 1]);
    expect(sorted([3, null, -1, 20], 4, "descending")).toEqual([3, 0, 2, 1]);
  });

  it("orders texts as people do, and numbers within them by size", () => {
    expect(sorted(["b10", "B2", null, "a"], 4)).toEqual([3, 1, 0, 2]);
  });

  it("orders categories as their author did", () => {
    expect(sorted(categories([1, 0, -1, 2], ["S", "M", "L"]), 4)).toEqual([1, 0, 3, 2]);
  });

  it("leaves equal rows in their order", () => {
    expect(sorted([1, 0, 1, 0], 4)).toEqual([1, 3, 0, 2]);
    expect(sorted([1, 0, 1, 0], 4, "descending")).toEqual([0, 2, 1, 3]);
  });

  it("goes up, down and back by clicks on a header, and up on another", () => {
    const up = nextSorting(null, "a");
    const down = nextSorting(up, "a");
    expect([up?.direction, down?.direction]).toEqual(["ascending", "descending"]);
    expect(nextSorting(down, "a")).toBeNull();
    expect(nextSorting(down, "b")).toEqual({ field: "b", direction: "ascending" });
  });
});
