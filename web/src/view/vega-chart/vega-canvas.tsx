/** The chart itself, kept up to date with its element, its size and the theme. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Alert, useTheme } from "../../kit/index.ts";
import type { VegaLiteChart } from "../../protocol/elements.ts";
import type { TreeNode } from "../../tree/tree.ts";
import { useFontsLoaded } from "../fonts-loaded.ts";
import { ChartTip } from "./chart-tip.tsx";
import { isBuiltInChart, readySpec } from "./chart-spec.ts";
import { LineHover } from "./line-hover.tsx";
import { LiveChart, type Tip } from "./live-chart.ts";
import { useChartSelection } from "./use-chart-selection.ts";
import { useSize } from "./use-size.ts";

export interface VegaCanvasProps {
  readonly node: TreeNode;
  readonly props: VegaLiteChart;
  readonly isFullscreen: boolean;
  /** Takes the chart that is on the page now, for the toolbar. */
  readonly onChart: (chart: LiveChart | null) => void;
}

/** While the wheel turns, the points of a long line are picked anew only now and then. */
const AFTER_ZOOM_MS = 120;

export function VegaCanvas({ node, props, isFullscreen, onChart }: VegaCanvasProps) {
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const chart = useRef<LiveChart | null>(null);
  const [drawn, setDrawn] = useState<LiveChart | null>(null);
  const [failure, setFailure] = useState<string>();
  const [tip, setTip] = useState<Tip | null>(null);
  const [zooms, setZooms] = useState(0);
  const areFontsLoaded = useFontsLoaded();
  const size = useSize(box);
  const select = useChartSelection(node, props);

  const { spec, data, selections, width, height } = props;
  const shown = isFullscreen ? { width: "stretch", height: "stretch" } : { width, height };
  const isReady = size !== undefined;
  // The newest of what changes often; the effect below must not run for its sake.
  const latest = useRef({ data, size, select });
  useLayoutEffect(() => {
    latest.current = { data, size, select };
  });
