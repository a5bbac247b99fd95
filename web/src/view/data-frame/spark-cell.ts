/** A cell with a small chart of a list of numbers. */
import { type CustomCell, type CustomRenderer, GridCellKind } from "@glideapps/glide-data-grid";
import type { Column } from "../../protocol/frame.ts";
import type { CellLook } from "./cell-look.ts";
import { listItems } from "./field-text.ts";
import type { Field } from "./fields.ts";

interface Spark {
  readonly kind: "spark";
  readonly isBars: boolean;
  readonly isFilled: boolean;
  readonly values: readonly number[];
  readonly least: number;
  readonly most: number;
  /** Null for the accent. */
  readonly colour: string | null;
}

type SparkCell = CustomCell<Spark>;

/** What is special about the cell of a list. */
export function sparkCell(
  field: Field,
  values: readonly number[],
  look: CellLook,
): Pick<SparkCell, "kind" | "data"> {
  const { y_min, y_max, color } = field.config;
  const [least, most] = rangeOf(field.column);
  const isUp = (values.at(-1) ?? 0) >= (values[0] ?? 0);
  return {
    kind: GridCellKind.Custom,
    data: {
      kind: "spark",
      isBars: field.kind === "bar_chart",
      isFilled: field.kind === "area_chart",
      values,
      least: y_min ?? (field.kind === "bar_chart" ? Math.min(0, least) : least),
      most: y_max ?? most,
      colour: look.colour(color, isUp),
    },
  };
}

/** How many lists are looked at for the ends of the scale; a column may have a million. */
const LOOKED_AT = 1000;

const ranges = new WeakMap<Column, [least: number, most: number]>();

function rangeOf(column: Column): [least: number, most: number] {
  const known = ranges.get(column);
  if (known) return known;
  const range: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const { length } = column.values();
  for (let row = 0; row < Math.min(length, LOOKED_AT); row++) {
    for (const value of listItems(column.cell(row))?.map(Number) ?? []) {
      if (value < range[0]) range[0] = value;
      if (value > range[1]) range[1] = value;
    }
  }
  ranges.set(column, range);
  return range;
}

export const sparkRenderer: CustomRenderer<SparkCell> = {
  kind: GridCellKind.Custom,
  isMatch: (cell): cell is SparkCell => (cell.data as Spark).kind === "spark",
  draw({ ctx, theme, rect }, { data }) {
    const { values, least, most } = data;
    if (values.length === 0) return;
    const left = rect.x + theme.cellHorizontalPadding;
    const width = rect.width - 2 * theme.cellHorizontalPadding;
    const bottom = rect.y + rect.height - theme.cellVerticalPadding;
    const height = rect.height - 2 * theme.cellVerticalPadding;
    const y = (value: number) =>
      bottom -
      height * (most === least ? 0.5 : (clamp(value, least, most) - least) / (most - least));
    ctx.fillStyle = ctx.strokeStyle = data.colour ?? theme.accentColor;
    if (data.isBars) {
      const zero = y(clamp(0, least, most));
      const step = width / values.length;
      for (const [place, value] of values.entries()) {
        const top = Math.min(y(value), zero);
        const size = Math.max(1, Math.abs(y(value) - zero));
        ctx.fillRect(left + place * step + step * 0.1, top, Math.max(1, step * 0.8), size);
      }
      return;
    }
    ctx.beginPath();
    const step = width / Math.max(1, values.length - 1);
    for (const [place, value] of values.entries()) ctx.lineTo(left + place * step, y(value));
    ctx.lineWidth = 1.5;
    ctx.lineJoin = "round";
    ctx.stroke();
    if (!data.isFilled) return;
    ctx.lineTo(left + width, bottom);
    ctx.lineTo(left, bottom);
    ctx.closePath();
    ctx.globalAlpha = 0.2;
    ctx.fill();
    ctx.globalAlpha = 1;
  },
  measure: () => 140,
};

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
