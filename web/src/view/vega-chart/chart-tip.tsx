/** The card beside the pointer: what Vega says of the thing under it, or the values of lines at a place. */
import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { formatNumber } from "../format/number.ts";
import "./chart-tip.css";

interface ChartTipProps {
  /** Where the pointer is, relative to the chart. */
  readonly x: number;
  readonly y: number;
  readonly children: ReactNode;
}

const GAP = 12;

/** A card that stays inside of the chart's width. */
export function ChartTip({ x, y, children }: ChartTipProps) {
  const card = useRef<HTMLDivElement>(null);
  const [style, setStyle] = useState<CSSProperties>({ visibility: "hidden" });
  useLayoutEffect(() => {
    const element = card.current;
    const room = element?.parentElement?.clientWidth ?? 0;
    if (!element) return;
    const isLeft = x + GAP + element.offsetWidth > room;
    const left = isLeft ? Math.max(0, x - GAP - element.offsetWidth) : x + GAP;
    const top = Math.max(0, y - element.offsetHeight / 2);
    setStyle({ translate: `${Math.round(left)}px ${Math.round(top)}px` });
  }, [x, y]);
  return (
    <div ref={card} className="ts-chart-tip" role="presentation" style={style}>
      {children}
    </div>
  );
}

/** Vega writes a number with all its digits when no format was given: sixteen of them for a third. */
function readable(text: string): string {
  return /^-?\d+\.\d{5,}$/.test(text) ? formatNumber(Number(text)) : text;
}

/** What Vega hands to a tooltip: a text, or fields with their values. */
export function TipContent({ content }: { content: unknown }) {
  if (typeof content !== "object" || content === null) return <p>{String(content)}</p>;
  const { title, image, ...fields } = content as Record<string, unknown>;
  return (
    <>
      {title !== undefined && <p className="ts-chart-tip-title">{String(title)}</p>}
      {typeof image === "string" && <img src={image} alt="" />}
      <dl>
        {Object.entries(fields).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === "object" ? JSON.stringify(value) : readable(String(value))}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
