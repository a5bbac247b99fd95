/** The app's theme as a configuration of Vega-Lite. */
import type { Config } from "vega-lite";
import type { Theme } from "../../kit/index.ts";

/** How high a chart is when nobody said. */
export const CHART_HEIGHT = 350;

const BUILT_IN_LEGEND = { orient: "bottom", titlePadding: 8, offset: 12 } as const;

/** How a tick on an axis of time is written, by what begins there. */
const TIME_FORMATS = {
  year: "%Y",
  quarter: "%b",
  month: "%b",
  week: "%b %-d",
  day: "%b %-d",
  date: "%b %-d",
  hours: "%H:%M",
  minutes: "%H:%M",
  seconds: "%H:%M:%S",
  milliseconds: ".%L",
} as const;

/** The app's own look; `isBuiltIn` for the charts that are drawn from data alone. */
export function chartTheme({ tokens, charts }: Theme, isBuiltIn: boolean): Config {
  const token = (name: string) => tokens[`--ts-${name}`] ?? "";
  const text = { labelColor: token("muted"), titleColor: token("muted") };
  const small = { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 500 as const };
  return {
    font: token("font"),
    background: token("page"),
    padding: 4,
    view: {
      stroke: null,
      continuousHeight: CHART_HEIGHT,
      continuousWidth: 400,
      ...(isBuiltIn && { discreteHeight: { step: 28 } }),
    },
    axis: {
      ...text,
      ...small,
      labelPadding: 6,
      titlePadding: 12,
      domain: false,
      ticks: false,
      gridColor: token("line"),
      labelOverlap: "greedy",
    },
    axisX: { grid: false },
    axisXQuantitative: { tickCount: { signal: "ceil(width / 96)" } },
    axisYQuantitative: { tickCount: { signal: "ceil(height / 56)" } },
    axisTemporal: { format: TIME_FORMATS, tickCount: { signal: "ceil(width / 96)" } },
    legend: {
      ...text,
      ...small,
      symbolBaseFillColor: token("muted"),
      symbolBaseStrokeColor: token("muted"),
      ...(isBuiltIn && BUILT_IN_LEGEND),
    },
    header: { ...text, ...small },
    title: {
      color: token("text"),
      subtitleColor: token("muted"),
      fontSize: 16,
      fontWeight: 600,
      anchor: "start",
      offset: 12,
    },
    range: {
      category: [...charts.categorical],
      ordinal: [...charts.sequential],
      ramp: [...charts.sequential],
      heatmap: [...charts.sequential],
      diverging: [...charts.diverging],
    },
    mark: { color: charts.categorical[0] ?? "" },
    line: { strokeWidth: 2, strokeCap: "round", strokeJoin: "round" },
    bar: { binSpacing: 2 },
    // A line shows how values change, so its axis need not reach down to zero; a bar's has to.
    ...(isBuiltIn && { scale: { zero: false, bandPaddingInner: 0.25 } }),
    // The element says what the chart shows; a description of each of its points would have to be made.
    ...(isBuiltIn && { aria: false }),
    circle: { opacity: 0.85 },
    point: { filled: true },
    rule: { color: token("text") },
    text: { color: token("text") },
    tick: { color: charts.categorical[0] ?? "" },
    arc: { stroke: token("page"), strokeWidth: 1 },
  };
}

/** Put the theme's colours in the places of custom properties, which a canvas does not know. */
export function withThemeColours(spec: string, { tokens }: Theme): string {
  return spec.replace(/var\((--ts-[a-z-]+)\)/g, (property, name) => tokens[name] ?? property);
}
