/** The values of a chart's lines at the place of the pointer. */
import type { ChartData } from "../../protocol/elements.ts";
import { decodeFrame } from "../../protocol/frame.ts";
import { formatMoment } from "../format/moment.ts";
import { formatNumber } from "../format/number.ts";
import { chartSeries, isContinuous } from "./chart-rows.ts";
import type { LiveChart, Scale } from "./live-chart.ts";
import { lowerBound } from "./thin.ts";

export interface LineValues {
  /** Where the values are, in the chart's pixels. */
  readonly x: number;
  /** What the x axis says there. */
  readonly title: string;
  readonly points: readonly {
    readonly name: string;
    readonly text: string;
    readonly colour: string;
    /** Undefined where areas are stacked: the line is then not at its value. */
    readonly y: number | undefined;
  }[];
}

/** The values nearest to a place, and null outside of the plot or where nothing is. */
export function lineValues(
  chart: LiveChart,
  data: ChartData,
  pointer: { x: number; y: number },
  defaultColour: string,
): LineValues | null {
  const { roles } = data;
  const plot = chart.plot();
  const [xScale, yScale] = [chart.scale("x"), chart.scale("y")];
  const [left, top] = [pointer.x - plot.x, pointer.y - plot.y];
  const isInside = left >= -4 && left <= plot.width + 4 && top >= 0 && top <= plot.height;
  if (!roles || !xScale || !yScale || !isInside) return null;
  const table = decodeFrame(data.frame);
  const series = chartSeries(table, roles);
  const xColumn = roles.x === null ? table.index[0] : table.column(roles.x);
  const isAxis = isContinuous(xColumn);
  const rows = series.map(({ xs, order }) =>
    isAxis
      ? nearestRow(xs as ArrayLike<number>, order, xScale, left)
      : rowOfBand(xs, order, xScale, left),
  );
  const places = series.map(({ xs }, place) => pixelOf(xScale, xs[rows[place] ?? -1]));
  const nearest = Math.min(...places.map((x) => Math.abs(x - left)));
  if (!Number.isFinite(nearest)) return null;
  const at = places.find((x) => Math.abs(x - left) === nearest) ?? left;
  const colour = chart.scale("color");
  const points = series.flatMap(({ name, ys }, place) => {
    const row = rows[place] ?? -1;
    const value = ys[row];
    // Lines that have no point at this place say nothing here.
    if (Math.abs((places[place] ?? Number.NaN) - at) > 0.5) return [];
    if (value === undefined || Number.isNaN(value)) return [];
    const isColoured = series.length > 1 || roles.color !== null;
    return {
      name: isColoured ? name : (roles.y[0] ?? name),
      text: formatNumber(value),
      colour: (isColoured && (colour?.(name) as unknown as string)) || defaultColour,
      y: roles.is_stacked ? undefined : plot.y + Number(yScale(value)),
    };
  });
  if (points.length === 0) return null;
  const anchor = series[places.indexOf(at)];
  const x = anchor?.xs[rows[places.indexOf(at)] ?? -1];
  return { x: plot.x + at, title: titleOf(x, xColumn?.type ?? "null"), points };
}

/** The row whose x is nearest to a pixel. */
function nearestRow(
  xs: ArrayLike<number>,
  order: ArrayLike<number>,
  scale: Scale,
  pixel: number,
): number {
  const value = Number(scale.invert?.(pixel));
  const after = lowerBound(xs, order, value);
  const before = Math.max(0, after - 1);
  const next = Math.min(order.length - 1, after);
  const distance = (place: number) => Math.abs((xs[order[place] ?? 0] as number) - value);
  return order[distance(before) <= distance(next) ? before : next] ?? -1;
}

/** The row whose name stands nearest to a pixel, on an axis of names. */
function rowOfBand(
  xs: ArrayLike<unknown>,
  order: ArrayLike<number>,
  scale: Scale,
  pixel: number,
): number {
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const name of scale.domain()) {
    const distance = Math.abs(pixelOf(scale, name) - pixel);
    if (distance < least) {
      least = distance;
      nearest = Array.prototype.findIndex.call(order, (row: number) => xs[row] === name);
    }
  }
  return nearest < 0 ? -1 : (order[nearest] ?? -1);
}

function pixelOf(scale: Scale, value: unknown): number {
  return Number(scale(value) ?? Number.NaN) + (scale.bandwidth?.() ?? 0) / 2;
}

function titleOf(x: unknown, type: string): string {
  if (typeof x !== "number") return String(x);
  if (type === "datetime" || type === "date") {
    const moment = x - new Date(x).getTimezoneOffset() * 60_000;
    return formatMoment(moment, moment % 86_400_000 === 0 ? "date" : "datetime", "localized");
  }
  return formatNumber(x);
}
