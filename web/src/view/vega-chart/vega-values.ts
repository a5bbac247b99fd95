/** A column's values as Vega takes them. */
import type { Cell, Column, Values } from "../../protocol/frame.ts";
import { formatMoment } from "../format/moment.ts";

const made = new WeakMap<Column, ArrayLike<unknown>>();

/** All values of a column: numbers, texts, moments in milliseconds, and null where one is missing. */
export function vegaValues(column: Column): ArrayLike<unknown> {
  const known = made.get(column);
  if (known) return known;
  const values = convert(column);
  made.set(column, values);
  return values;
}

/** The values of a column as numbers; NaN where there is none. */
export function numbersOf(column: Column): ArrayLike<number> {
  const values = vegaValues(column);
  if (ArrayBuffer.isView(values)) return values as unknown as ArrayLike<number>;
  return Float64Array.from(values, (value) => (typeof value === "number" ? value : Number.NaN));
}

function convert(column: Column): ArrayLike<unknown> {
  const values = column.values();
  switch (column.type) {
    case "datetime":
      return column.zone === null ? map(values, onLocalClock) : values;
    case "date":
      return map(values, onLocalClock);
    case "timedelta":
      return map(values, (milliseconds) => Number(milliseconds) / 1000);
    case "time":
      return map(values, (time) => formatMoment(Number(time), "time"));
    case "decimal":
      return map(values, Number);
    case "json":
      return map(values, (text) => JSON.parse(String(text)));
    default:
      return values;
  }
}

/**
 * A date or a time without a zone is what a calendar and a clock show somewhere. Vega shows moments by the
 * clock of this computer, so it gets the moment at which this clock shows the same.
 */
function onLocalClock(cell: Cell): number {
  const moment = Number(cell);
  return moment + new Date(moment).getTimezoneOffset() * 60_000;
}

function map(values: Values, convertOne: (cell: Cell) => unknown): unknown[] {
  return Array.from(values as ArrayLike<Cell>, (cell) =>
    cell === null || Number.isNaN(cell) ? null : convertOne(cell),
  );
}
