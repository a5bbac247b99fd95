/**
 * Selections: the grid counts shown rows and shown columns, the script counts the data's rows and
 * names its columns.
 */
import { CompactSelection, type GridSelection } from "@glideapps/glide-data-grid";
import type { DataFrame } from "../../protocol/elements.ts";
import type { Field } from "./fields.ts";

type Modes = DataFrame["selection_modes"];

/** A selection as the script gets it. */
export type SentSelection = {
  selection: { rows: number[]; columns: string[]; cells: [number, string][] };
};

export const NOTHING_SELECTED: SentSelection = {
  selection: { rows: [], columns: [], cells: [] },
};

export const EMPTY_SELECTION: GridSelection = {
  columns: CompactSelection.empty(),
  rows: CompactSelection.empty(),
};

/** How many rows, columns and cells a person may select. */
export interface Selectable {
  readonly rows: "none" | "single" | "multi";
  readonly columns: "none" | "single" | "multi";
  readonly cells: "none" | "single" | "multi";
  /** Whether one row is always selected. */
  readonly isRowRequired: boolean;
}

export function readModes(modes: Modes): Selectable {
  const amount = (part: string) => {
    const mode = modes.find((name) => name.includes(part));
    if (mode === undefined) return "none";
    return mode.startsWith("multi") ? "multi" : "single";
  };
  return {
    rows: amount("row"),
    columns: amount("column"),
    cells: amount("cell"),
    isRowRequired: modes.includes("single-row-required"),
  };
}

/** What is shown where: shown rows and columns to the data's and back. */
export interface Places {
  readonly fields: readonly Field[];
  /** The data's row that is shown in a row. */
  rowAt(shown: number): number;
  /** The row in which a row of the data is shown. */
  shownRow(row: number): number;
}

/** What the script is told of a selection. */
export function toSent(selection: GridSelection, can: Selectable, places: Places): SentSelection {
  const rows = can.rows === "none" ? [] : selection.rows.toArray().map(places.rowAt);
  const columns =
    can.columns === "none"
      ? []
      : selection.columns.toArray().flatMap((place) => places.fields[place]?.name ?? []);
  const cells = can.cells === "none" ? [] : selectedCells(selection, can, places);
  return { selection: { rows: rows.sort((a, b) => a - b), columns, cells } };
}

/** What the grid shows of a selection that the script knows; the focused cell stays. */
export function toShown(
  { selection }: SentSelection,
  places: Places,
  current: GridSelection["current"],
): GridSelection {
  const columns = selection.columns
    .map((name) => places.fields.findIndex((field) => field.name === name))
    .filter((place) => place >= 0);
  return {
    rows: CompactSelection.fromArray(selection.rows.map(places.shownRow)),
    columns: CompactSelection.fromArray(columns),
    ...(current === undefined ? {} : { current }),
  };
}

function selectedCells(
  { current }: GridSelection,
  can: Selectable,
  { fields, rowAt }: Places,
): [number, string][] {
  if (current === undefined) return [];
  const ranges = can.cells === "single" ? [] : [current.range, ...current.rangeStack];
  if (ranges.length === 0)
    ranges.push({ x: current.cell[0], y: current.cell[1], width: 1, height: 1 });
  const cells = new Map<string, [number, string]>();
  for (const { x, y, width, height } of ranges) {
    for (let row = y; row < y + height; row++) {
      for (const { name } of fields.slice(x, x + width)) {
        const cell: [number, string] = [rowAt(row), name];
        cells.set(JSON.stringify(cell), cell);
      }
    }
  }
  return [...cells.values()];
}
