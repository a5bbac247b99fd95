/** A time of day. */
import { useMemo } from "react";
import { useWidget } from "../app-context.ts";
import { useChunk } from "../assets.ts";
import { PendingBox } from "../date-input/pending.tsx";
import type { ViewProps } from "../view-props.ts";

export function TimeInputView({ node, props }: ViewProps<"time_input">) {
  const initial = useMemo(() => timed(props.default), [props.default]);
  const widget = useWidget<string | null>(node, props, initial);
  const { value: dates } = useChunk("dates");
  if (!dates) return <PendingBox props={props} testId="stTimeInput" text={widget.value ?? ""} />;
  return (
    <dates.TimeBox props={props} initial={initial} value={widget.value} onChange={widget.change} />
  );
}

/** A default may be "now", which only the page can tell. */
function timed(time: string | null): string | null {
  if (time !== "now") return time;
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(now.getHours())}:${two(now.getMinutes())}`;
}
