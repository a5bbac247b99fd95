/** The rows that Vega draws, made of the columns of a frame. */
import type { ChartData, ChartRoles } from "../../protocol/elements.ts";
import { type Column, decodeFrame, type FrameTable } from "../../protocol/frame.ts";
import { orderOf, thin, type Window } from "./thin.ts";
import { numbersOf, vegaValues } from "./vega-values.ts";

/** A row as Vega takes it. */
export type Row = Record<string, unknown>;

/** The name under which specifications know the index of a frame. */
const INDEX = "(index)";

/** A line of a chart: its points, and the places of them in order of x. */
export interface Series {
  readonly name: string;
  readonly xs: ArrayLike<unknown>;
  readonly ys: ArrayLike<number>;
  readonly order: ArrayLike<number>;
}

/** The rows of a data set; of lines that hold more points than pixels only those that are seen. */
export function chartRows(data: ChartData, window: Window | null): Row[] {
  const table = decodeFrame(data.frame);
  const { roles } = data;
  if (roles === null) return frameRows(table);
  const parts = rolesOf(table, roles);
  if (roles.is_line && window !== null && isContinuous(parts.x)) {
    return roles.is_stacked ? stackedRows(parts, roles, window) : lineRows(table, roles, window);
  }
  return allRows(parts, roles, null);
}

/** The series of a built-in chart, for what looks up values at a place. */
export function chartSeries(table: FrameTable, roles: ChartRoles): Series[] {
  const { x, ys, color } = rolesOf(table, roles);
  const xs = x ? vegaValues(x) : [];
  const isSorted = x !== undefined && isContinuous(x);
  const orderBy = (rows: number[] | null) => orderOfRows(x, isSorted, rows, table.rows);
  if (color === undefined) {
    const order = orderBy(null);
    return ys.map((column) => ({ name: column.name, xs, ys: numbersOf(column), order }));
  }
  const [y] = ys;
  if (!y) return [];
  return [...groupsOf(vegaValues(color), table.rows)].map(([name, rows]) => ({
    name: String(name),
    xs,
    ys: numbersOf(y),
    order: orderBy(rows),
  }));
}

/** Whether a column's values lie on an axis, rather than beside each other. */
export function isContinuous(column: Column | undefined): column is Column {
  if (column === undefined) return false;
  return !["string", "json", "bytes", "bool", "category", "time", "null"].includes(column.type);
}

interface Parts {
  readonly x: Column | undefined;
  readonly ys: readonly Column[];
  readonly color: Column | undefined;
  readonly size: Column | undefined;
  readonly sort: Column | undefined;
  readonly rows: number;
}

function rolesOf(table: FrameTable, roles: ChartRoles): Parts {
  const column = (name: string | null) => (name === null ? undefined : table.column(name));
  return {
    x: roles.x === null ? table.index[0] : table.column(roles.x),
    ys: roles.y.flatMap((name) => table.column(name) ?? []),
    color: column(roles.color),
    size: column(roles.size),
    sort: column(roles.sort),
    rows: table.rows,
  };
}

function frameRows(table: FrameTable): Row[] {
  const index = table.index.length === 1 ? table.index[0] : undefined;
  const columns = [
    ...(index ? [[index.name || INDEX, vegaValues(index)] as const] : []),
    ...table.columns.map((column) => [column.name, vegaValues(column)] as const),
  ];
  return Array.from({ length: table.rows }, (_, row) => {
    const made: Row = {};
    for (const [name, values] of columns) made[name] = present(values[row]);
    return made;
  });
}

/** A row for each point; of the rows in `chosen`, or of all. */
function allRows(parts: Parts, roles: ChartRoles, chosen: ArrayLike<number> | null): Row[] {
  const made: Row[] = [];
  const count = chosen?.length ?? parts.rows;
  for (const column of parts.ys) {
    const addTo = rowMaker(parts, column, roles);
    for (let place = 0; place < count; place++) made.push(addTo(chosen?.[place] ?? place));
  }
  return made;
}

function rowMaker(
  parts: Parts,
  column: Column,
  { y: names, is_line: isLine }: ChartRoles,
): (row: number) => Row {
  const isOneOfMany = names.length > 1;
  const values = vegaValues(column);
  const x = parts.x && vegaValues(parts.x);
  const color = parts.color && vegaValues(parts.color);
  const size = parts.size && vegaValues(parts.size);
  const sort = parts.sort && vegaValues(parts.sort);
  return (row) => {
    const y = present(values[row]);
    const made: Row = { x: present(x?.[row]), y };
    if (isLine && y === null) made.defined = false;
    if (isOneOfMany) made.color = column.name;
    else if (color) made.color = present(color[row]);
    if (size) made.size = present(size[row]);
    if (sort) made.sort = present(sort[row]);
    return made;
  };
}

function lineRows(table: FrameTable, roles: ChartRoles, window: Window): Row[] {
  const parts = rolesOf(table, roles);
  const byName = new Map(parts.ys.map((column) => [column.name, column]));
  return chartSeries(table, roles).flatMap(({ name, xs, ys, order }) => {
    const column = byName.get(name) ?? parts.ys[0];
    if (!column) return [];
    const seen = thin(xs as ArrayLike<number>, ys, order, within(window, xs, order));
    return seen.map(rowMaker(parts, column, roles));
  });
}

/** Areas on each other need the same x everywhere: those at which their sum is lowest and highest. */
function stackedRows(parts: Parts, roles: ChartRoles, window: Window): Row[] {
  if (parts.color || !parts.x) return allRows(parts, roles, null);
  const columns = parts.ys.map(numbersOf);
  const sums = Float64Array.from({ length: parts.rows }, (_, row) =>
    columns.reduce((sum, values) => sum + (values[row] || 0), 0),
  );
  const xs = numbersOf(parts.x);
  const order = orderOf(xs);
  return allRows(parts, roles, thin(xs, sums, order, within(window, xs, order)));
}

/** The window, ending where the points end. */
function within(window: Window, xs: ArrayLike<unknown>, order: ArrayLike<number>): Window {
  const x = (place: number) => Number(xs[order[place] ?? 0]);
  return {
    ...window,
    from: Math.max(window.from, x(0)),
    to: Math.min(window.to, x(order.length - 1)),
  };
}

function orderOfRows(
  x: Column | undefined,
  isSorted: boolean,
  rows: number[] | null,
  count: number,
): ArrayLike<number> {
  if (!isSorted || !x) return rows ?? Uint32Array.from({ length: count }, (_, row) => row);
  const xs = numbersOf(x);
  if (rows === null) return orderOf(xs);
  return rows.toSorted((a, b) => (xs[a] as number) - (xs[b] as number) || a - b);
}

function groupsOf(values: ArrayLike<unknown>, rows: number): Map<unknown, number[]> {
  const groups = new Map<unknown, number[]>();
  for (let row = 0; row < rows; row++) {
    const group = groups.get(values[row]);
    if (group) group.push(row);
    else groups.set(values[row], [row]);
  }
  return groups;
}

/** JSON has no NaN and no integers beyond 2^53. */
function present(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return Number.isNaN(value) ? null : (value ?? null);
}
