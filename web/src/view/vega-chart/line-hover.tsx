/** A hairline and the values of all lines where the pointer is. */
import { useEffect, useState } from "react";
import { useTheme } from "../../kit/index.ts";
import type { ChartData } from "../../protocol/elements.ts";
import { ChartTip } from "./chart-tip.tsx";
import { lineValues } from "./line-values.ts";
import type { LiveChart } from "./live-chart.ts";
import "./line-hover.css";

interface LineHoverProps {
  readonly chart: LiveChart;
  readonly data: ChartData;
  /** The element over which the pointer moves. */
  readonly area: HTMLElement;
}

/** More lines than these would make a card that covers the chart. */
const MOST_LINES = 12;

/** After these the values are elsewhere. */
const LEAVING = ["pointerleave", "pointerdown", "wheel"] as const;

export function LineHover({ chart, data, area }: LineHoverProps) {
  const { charts } = useTheme();
  const [pointer, setPointer] = useState<{ x: number; y: number } | null>(null);
  useEffect(() => {
    const move = (event: PointerEvent) => {
      if (event.buttons !== 0) return setPointer(null); // it is being dragged
      const { left, top } = area.getBoundingClientRect();
      setPointer({ x: event.clientX - left, y: event.clientY - top });
    };
    const leave = () => setPointer(null);
    // Before Vega, which keeps to itself what it makes a zoom or a move of.
    const options = { capture: true, passive: true };
    area.addEventListener("pointermove", move, options);
    for (const event of LEAVING) area.addEventListener(event, leave, options);
    return () => {
      area.removeEventListener("pointermove", move, options);
      for (const event of LEAVING) area.removeEventListener(event, leave, options);
    };
  }, [area]);
  const values = pointer && lineValues(chart, data, pointer, charts.categorical[0] ?? "");
  if (!pointer || !values) return null;
  const plot = chart.plot();
  return (
    <>
      <div
        className="ts-chart-hairline"
        style={{ translate: `${values.x}px ${plot.y}px`, blockSize: plot.height }}
      />
      {values.points.map(
        ({ name, y, colour }) =>
          y !== undefined &&
          y >= plot.y &&
          y <= plot.y + plot.height && (
            <div
              key={name}
              className="ts-chart-dot"
              style={{ translate: `${values.x}px ${y}px`, backgroundColor: colour }}
            />
          ),
      )}
      <ChartTip x={values.x} y={pointer.y}>
        <p className="ts-chart-tip-title">{values.title}</p>
        <dl>
          {values.points.slice(0, MOST_LINES).map(({ name, text, colour }) => (
            <div key={name}>
              <dt>
                <span className="ts-chart-swatch" style={{ backgroundColor: colour }} />
                {name}
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {values.points.length > MOST_LINES && <p>{values.points.length - MOST_LINES} more</p>}
      </ChartTip>
    </>
  );
}
