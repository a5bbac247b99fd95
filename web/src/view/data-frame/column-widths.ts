/** How wide columns are whose widths nobody set: as wide as what the first rows show. */
import { shownText } from "./field-text.ts";
import type { Field } from "./fields.ts";

/** How many rows are looked at: from the top, where the person begins, and here and there below. */
const LOOKED_AT = 24;

const LEAST = 56;
const MOST = 360;
/** The room at both sides of a cell, and that of the menu at a header's end. */
const PADDING = 22;
const MENU = 26;

/** What is drawn has a width that does not depend on the values. */
const DRAWN: Partial<Record<Field["kind"], number>> = {
  progress: 180,
  image: 90,
  line_chart: 160,
  bar_chart: 160,
  area_chart: 160,
  checkbox: 72,
};

let context: CanvasRenderingContext2D | null = null;

/** A column's width in pixels; `fonts` are those of cells and headers. */
export function naturalWidth(
  field: Field,
  rows: number,
  fonts: { cell: string; header: string },
): number {
  if (field.width !== undefined) return field.width;
  context ??= document.createElement("canvas").getContext("2d");
  if (context === null) return 120;
  context.font = fonts.header;
  let width = context.measureText(field.title).width + MENU;
  context.font = fonts.cell;
  const drawn = DRAWN[field.kind];
  for (const row of drawn === undefined ? sample(rows) : []) {
    const text = shownText(field, field.column.cell(row));
    const extra = field.kind === "list" ? text.split(",").length * 16 : 0;
    width = Math.max(width, context.measureText(text.slice(0, 80)).width + extra);
  }
  return Math.ceil(Math.min(MOST, Math.max(LEAST, width + PADDING, drawn ?? 0)));
}

function sample(rows: number): number[] {
  const top = Array.from({ length: Math.min(rows, LOOKED_AT) }, (_, row) => row);
  const step = Math.floor((rows - top.length) / LOOKED_AT);
  if (step < 1) return top;
  return [...top, ...top.map((place) => rows - 1 - place * step)];
}
