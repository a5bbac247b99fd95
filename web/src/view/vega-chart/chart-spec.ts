/** An author's specification, made ready for the place where it is drawn. */
import type { Config, TopLevelSpec } from "vega-lite";
import type { Theme } from "../../kit/index.ts";
import type { VegaLiteChart } from "../../protocol/elements.ts";
import { chartRows } from "./chart-rows.ts";
import { chartTheme, withThemeColours } from "./chart-theme.ts";

type Chart = Pick<VegaLiteChart, "spec" | "data" | "theme" | "width" | "height">;

/** A specification as an object whose parts may be anything. */
type Spec = Record<string, unknown>;

export interface ReadySpec {
  readonly spec: TopLevelSpec;
  readonly config: Config;
  /** Whether it is one chart, with one width and height, and not several. */
  readonly canResize: boolean;
  /** Whether it is a line or an area of ours, whose rows come in order. */
  readonly isLine: boolean;
  /** Whether it is as wide as its place. */
  readonly fitsWidth: boolean;
}

/** What makes several charts of one: each of them has its own size. */
const COMPOSED = ["facet", "hconcat", "vconcat", "concat", "repeat"];

/** Make a specification ready; `size` is the room there is, in pixels. */
export function readySpec(
  chart: Chart,
  theme: Theme,
  size: { width: number; height: number },
): ReadySpec {
  const isBuiltIn = isBuiltInChart(chart);
  const text = isBuiltIn ? withThemeColours(chart.spec, theme) : chart.spec;
  const spec = JSON.parse(text) as Spec;
  const isComposed = COMPOSED.some((name) => name in spec) || hasFacetChannel(spec);
  const fitsWidth = chart.width !== "content" && !isComposed;
  const fitsHeight = chart.height !== "content" && !isComposed;
  const own: Spec = { ...spec };
  if (fitsWidth) own.width = size.width;
  if (fitsHeight) own.height = size.height;
  own.autosize ??= isComposed ? undefined : { type: "fit", contains: "padding" };
  if (isBuiltIn) own.encoding = withLevelLabels(own.encoding as Encoding, chart.data, size.width);
  const isLine = chart.data.some(({ roles }) => roles?.is_line);
  if (isLine) own.encoding = { ...(own.encoding as Encoding), order: { value: null } };
  const config = chart.theme === "streamlit" ? chartTheme(theme, isBuiltIn) : {};
  return {
    spec: own as unknown as TopLevelSpec,
    config,
    canResize: !isComposed,
    isLine,
    fitsWidth,
  };
}

/** Whether a chart was made of data alone; then its data says which column is what. */
export function isBuiltInChart({ data }: Pick<Chart, "data">): boolean {
  return data.some(({ roles }) => roles !== null);
}

type Encoding = Record<
  string,
  { type?: string; field?: string; axis?: object; value?: null } | undefined
>;

/** About how wide a letter of a label is. */
const LETTER = 7;

/** Names below an axis stand level where there is room for all of them. */
function withLevelLabels(encoding: Encoding, data: Chart["data"], width: number): Encoding {
  const { x } = encoding;
  const [part] = data;
  if (!x || !part?.roles || (x.type !== "ordinal" && x.type !== "nominal")) return encoding;
  const labels = new Set(chartRows(part, null).map((row) => String(row[x.field ?? ""])));
  const longest = Math.max(0, ...[...labels].map((label) => label.length));
  if (labels.size * (longest + 1) * LETTER > width) return encoding;
  return { ...encoding, x: { ...x, axis: { ...x.axis, labelAngle: 0 } } };
}

function hasFacetChannel({ encoding }: Spec): boolean {
  const channels = typeof encoding === "object" && encoding !== null ? Object.keys(encoding) : [];
  return channels.some((channel) => ["row", "column", "facet"].includes(channel));
}
