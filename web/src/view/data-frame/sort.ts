/** Sorting a grid by one of its columns: the rows keep their places, only the order they are shown in changes. */
import type { Cell, Column } from "../../protocol/frame.ts";

export interface Sorting {
  readonly field: string;
  readonly direction: "ascending" | "descending";
}

/** The rows in order of a column's values, equal ones as they were, missing ones last. */
export function sortRows(
  column: Column,
  rows: number,
  direction: Sorting["direction"],
): Uint32Array {
  const values = column.values();
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  const sign = direction === "ascending" ? 1 : -1;
  const compare = comparison(column);
  return order.sort((a, b) => {
    const left = values[a] as Cell;
    const right = values[b] as Cell;
    const isLeftMissing = isMissing(left);
    if (isLeftMissing || isMissing(right)) {
      return Number(isLeftMissing) - Number(isMissing(right)) || a - b;
    }
    return sign * compare(left, right) || a - b;
  });
}

/** What a click on a header leads to: upwards, downwards, as it was. */
export function nextSorting(sorting: Sorting | null, field: string): Sorting | null {
  if (sorting?.field !== field) return { field, direction: "ascending" };
  return sorting.direction === "ascending" ? { field, direction: "descending" } : null;
}

type Compare = (left: Cell, right: Cell) => number;

const words = new Intl.Collator(undefined, { numeric: true });

function comparison(column: Column): Compare {
  if (column.type === "category") {
    const places = new Map(column.categories?.map((name, place) => [name, place]));
    return (left, right) => (places.get(left) ?? 0) - (places.get(right) ?? 0);
  }
  if (column.type === "decimal") return (left, right) => Number(left) - Number(right);
  if (column.type === "string" || column.type === "json" || column.type === "bytes") {
    return (left, right) => words.compare(String(left), String(right));
  }
  return (left, right) => (left === right ? 0 : (left as number) < (right as number) ? -1 : 1);
}

function isMissing(value: Cell): boolean {
  return value === null || Number.isNaN(value);
}
