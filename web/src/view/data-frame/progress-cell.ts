/** A cell with a bar that is filled in part, and the number beside it. */
import { type CustomCell, type CustomRenderer, GridCellKind } from "@glideapps/glide-data-grid";
import type { CellLook } from "./cell-look.ts";
import { shownText } from "./field-text.ts";
import type { Field } from "./fields.ts";

interface Progress {
  readonly kind: "progress";
  /** From 0 to 1. */
  readonly share: number;
  readonly text: string;
  /** What the number is when the bar is full: its room is kept, so that all bars end together. */
  readonly widest: string;
  /** Null for the accent. */
  readonly colour: string | null;
}

type ProgressCell = CustomCell<Progress>;

/** What is special about the cell of a value. */
export function progressCell(
  field: Field,
  value: number,
  look: CellLook,
): Pick<ProgressCell, "kind" | "data"> {
  const { min_value: least = 0, max_value, format, color } = field.config;
  const isWhole = /^(u?int|range)/.test(field.column.type);
  const most = max_value ?? (isWhole ? 100 : 1);
  const share = most === least ? 0 : Math.min(1, Math.max(0, (value - least) / (most - least)));
  const isShare = max_value === undefined && !isWhole;
  const write = (number: number) => shownText(written, number);
  const written = {
    ...field,
    config: { ...field.config, format: format ?? defaultFormat(isShare) },
  };
  return {
    kind: GridCellKind.Custom,
    data: {
      kind: "progress",
      share,
      text: write(value),
      widest: longer(write(most), write(least + (most - least) * 0.7372)),
      colour: look.colour(color, share > 0.5),
    },
  };
}

function longer(one: string, other: string): string {
  return one.length < other.length ? other : one;
}

function defaultFormat(isShare: boolean): string {
  return isShare ? "percent" : "plain";
}

const BAR_HEIGHT = 6;
const GAP = 8;

export const progressRenderer: CustomRenderer<ProgressCell> = {
  kind: GridCellKind.Custom,
  isMatch: (cell): cell is ProgressCell => (cell.data as Progress).kind === "progress",
  draw({ ctx, theme, rect }, { data }) {
    const padding = theme.cellHorizontalPadding;
    const middle = rect.y + rect.height / 2;
    const room = Math.max(
      ctx.measureText(data.text).width,
      Math.min(ctx.measureText(data.widest).width, rect.width / 2),
    );
    const width = rect.width - 2 * padding - room - GAP;
    if (width > BAR_HEIGHT) {
      const x = rect.x + padding;
      drawBar(ctx, x, middle, width, theme.borderColor);
      const filled = data.share && Math.max(BAR_HEIGHT, width * data.share);
      if (filled) drawBar(ctx, x, middle, filled, data.colour ?? theme.accentColor);
    }
    ctx.fillStyle = theme.textDark;
    ctx.textAlign = "right";
    ctx.fillText(data.text, rect.x + rect.width - padding, middle + 1);
    ctx.textAlign = "start";
  },
  measure: (ctx, { data }, theme) =>
    110 + ctx.measureText(data.widest).width + 2 * theme.cellHorizontalPadding,
};

function drawBar(
  ctx: CanvasRenderingContext2D,
  x: number,
  middle: number,
  width: number,
  colour: string,
): void {
  ctx.beginPath();
  ctx.roundRect(x, middle - BAR_HEIGHT / 2, width, BAR_HEIGHT, BAR_HEIGHT / 2);
  ctx.fillStyle = colour;
  ctx.fill();
}
