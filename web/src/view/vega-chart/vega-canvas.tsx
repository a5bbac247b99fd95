/** The chart itself, kept up to date with its element, its size and the theme. */
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Alert, useTheme } from "../../kit/index.ts";
import type { VegaLiteChart } from "../../protocol/elements.ts";
import type { TreeNode } from "../../tree/tree.ts";
import { useElementSize } from "../element-size.ts";
import { useFontsLoaded } from "../fonts-loaded.ts";
import { readySpec } from "./chart-spec.ts";
import { ChartTip, TipContent } from "./chart-tip.tsx";
import { LineHover } from "./line-hover.tsx";
import { LiveChart, type Tip } from "./live-chart.ts";
import { useChartSelection } from "./use-chart-selection.ts";
import { guardWheel } from "./wheel-gesture.ts";

export interface VegaCanvasProps {
  readonly node: TreeNode;
  readonly props: VegaLiteChart;
  readonly isFullscreen: boolean;
  /** Takes the chart that is on the page now. */
  readonly onChart: (chart: LiveChart | null) => void;
}

/** While the wheel turns, the points of a long line are picked anew only now and then. */
const AFTER_ZOOM_MS = 120;

export function VegaCanvas({ node, props, isFullscreen, onChart }: VegaCanvasProps) {
  const theme = useTheme();
  const [area, setArea] = useState<HTMLDivElement | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<LiveChart | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [tip, setTip] = useState<Tip | null>(null);
  const size = useElementSize(box);
  const areFontsLoaded = useFontsLoaded();
  const select = useChartSelection(node, props);
  const { spec, data, selections, width, height } = props;

  // What changes often and must not make another chart.
  const latest = useRef({ data, size, select });
  useLayoutEffect(() => {
    latest.current = { data, size, select };
  });

  // A chart of its author's size can be drawn wherever it is, also in a tab that is not open.
  const isLaidOut = size !== undefined || width === "content";
  const selectionKey = selections.join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `selectionKey` stands for the selections
  useEffect(() => {
    if (!area || !isLaidOut) return;
    const room = latest.current.size ?? { width: 0, height: 0 };
    // Built out of sight, and put in the place of the old one when it has been drawn.
    const holder = document.createElement("div");
    holder.className = "ts-vega-holder";
    let zoomTimer = 0;
    let made: LiveChart | null = null;
    let isLive = true;
    const fail = (error: unknown) => {
      if (isLive) setFailure(error instanceof Error ? error.message : String(error));
    };
    try {
      const ready = readySpec({ spec, data, theme: props.theme, width, height }, theme, room);
      made = new LiveChart(ready, holder, selections, {
        onTooltip: setTip,
        onSelect: (name, value) => latest.current.select(name, value),
        onZoom: () => {
          clearTimeout(zoomTimer);
          zoomTimer = window.setTimeout(() => {
            void made?.draw(latest.current.data).catch(fail);
          }, AFTER_ZOOM_MS);
        },
      });
      const drawn = made;
      drawn.draw(latest.current.data).then(() => {
        if (!isLive) return;
        area.replaceChildren(holder);
        setFailure(null);
        setChart(drawn);
      }, fail);
    } catch (error) {
      fail(error);
    }
    return () => {
      isLive = false;
      clearTimeout(zoomTimer);
      setTip(null);
      made?.finalize();
    };
  }, [area, isLaidOut, spec, props.theme, width, height, theme, selectionKey]);

  useEffect(() => {
    void chart?.draw(data);
  }, [chart, data]);
  useEffect(() => {
    const fillsHeight = isFullscreen || height !== "content";
    if (chart && size) void chart.resize(size.width, fillsHeight ? size.height : null);
  }, [chart, size, height, isFullscreen]);
  useEffect(() => {
    if (chart && areFontsLoaded) void chart.redraw();
  }, [chart, areFontsLoaded]);
  useEffect(() => {
    onChart(chart);
    if (!chart) return;
    const before = () => chart.print(true);
    const after = () => chart.print(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, [chart, onChart]);
  useEffect(() => (area ? guardWheel(area) : undefined), [area]);

  const lines = data.find(({ roles }) => roles?.is_line);
  return (
    <div ref={box} className="ts-vega-box" data-empty={(!chart && failure === null) || undefined}>
      {failure !== null && (
        <Alert tone="error">This chart cannot be drawn from its specification: {failure}</Alert>
      )}
      <div ref={setArea} className="ts-vega-area" />
      {chart && lines && area && <LineHover chart={chart} data={lines} area={area} />}
      {tip && (
        <ChartTip x={tip.x} y={tip.y}>
          <TipContent content={tip.content} />
        </ChartTip>
      )}
    </div>
  );
}
