/** A day, or a first and a last one. */
import { useMemo } from "react";
import { useWidget } from "../app-context.ts";
import { useChunk } from "../assets.ts";
import type { ViewProps } from "../view-props.ts";
import { PendingBox } from "./pending.tsx";

export function DateInputView({ node, props }: ViewProps<"date_input">) {
  const initial = useMemo(() => props.default.map(dated), [props.default]);
  const widget = useWidget<string[]>(node, props, initial);
  const { value: dates } = useChunk("dates");
  if (!dates)
    return <PendingBox props={props} testId="stDateInput" text={widget.value.join(" – ")} />;
  return (
    <dates.DateBox props={props} initial={initial} value={widget.value} onChange={widget.change} />
  );
}

/** A default may be "today", which only the page can date. */
function dated(day: string): string {
  if (day !== "today") return day;
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
