/** How a person looks at a grid: what is sorted, pinned, hidden and resized. It stays when the data changes. */
import { useMemo, useState } from "react";
import type { DataFrame } from "../../protocol/elements.ts";
import { decodeFrame, type FrameTable } from "../../protocol/frame.ts";
import { type Field, readFields } from "./fields.ts";
import { nextSorting, type Sorting, sortRows } from "./sort.ts";

export interface GridView {
  readonly table: FrameTable;
  /** The columns in the order they are shown, the pinned ones first. */
  readonly fields: readonly Field[];
  readonly pinned: number;
  readonly sorting: Sorting | null;
  /** How many columns a person has hidden. */
  readonly hidden: number;
  /** Pixels, of the columns that a person has resized. */
  readonly widths: ReadonlyMap<string, number>;
  /** The data's row that is shown in a row. */
  rowAt(shown: number): number;
  /** The row in which a row of the data is shown. */
  shownRow(row: number): number;
  /** The data's rows in the order they are shown. */
  rows(): Iterable<number>;
  toggleSort(field: Field): void;
  sort(field: Field, direction: Sorting["direction"]): void;
  resize(field: Field, width: number): void;
  togglePin(field: Field): void;
  hide(field: Field): void;
  unhideAll(): void;
}

export function useGridView(props: DataFrame): GridView {
  const { frame, column_config, column_order, hide_index } = props;
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [widths, setWidths] = useState<ReadonlyMap<string, number>>(new Map());
  const [pins, setPins] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());

  const table = decodeFrame(frame);
  const all = useMemo(
    () => readFields(table, { column_config, column_order, hide_index }),
    [table, column_config, column_order, hide_index],
  );
  const fields = useMemo(() => arrange(all, pins, hidden), [all, pins, hidden]);
  const order = useMemo(() => sortedRows(table, all, sorting), [table, all, sorting]);
  const inverse = useMemo(() => order && invert(order), [order]);

  return {
    table,
    fields,
    pinned: fields.filter(({ isPinned }) => isPinned).length,
    sorting,
    hidden: all.filter(({ id }) => hidden.has(id)).length,
    widths,
    rowAt: (shown) => order?.[shown] ?? shown,
    shownRow: (row) => inverse?.[row] ?? row,
    rows: () => order ?? Array.from({ length: table.rows }, (_, row) => row),
    toggleSort: ({ id }) => setSorting(nextSorting(sorting, id)),
    sort: ({ id }, direction) => setSorting({ field: id, direction }),
    resize: ({ id }, width) => setWidths(new Map(widths).set(id, width)),
    togglePin: ({ id, isPinned }) => setPins(new Map(pins).set(id, !isPinned)),
    hide: ({ id }) => setHidden(new Set(hidden).add(id)),
    unhideAll: () => setHidden(new Set()),
  };
}

function arrange(
  all: readonly Field[],
  pins: ReadonlyMap<string, boolean>,
  hidden: ReadonlySet<string>,
): Field[] {
  const shown = all
    .filter(({ id }) => !hidden.has(id))
    .map((field) => ({ ...field, isPinned: pins.get(field.id) ?? field.isPinned }));
  return [...shown.filter(({ isPinned }) => isPinned), ...shown.filter((field) => !field.isPinned)];
}

function sortedRows(
  table: FrameTable,
  fields: readonly Field[],
  sorting: Sorting | null,
): Uint32Array | null {
  const field = sorting && fields.find(({ id }) => id === sorting.field);
  return field ? sortRows(field.column, table.rows, sorting.direction) : null;
}

function invert(order: Uint32Array): Uint32Array {
  const inverse = new Uint32Array(order.length);
  for (const [shown, row] of order.entries()) inverse[row] = shown;
  return inverse;
}
