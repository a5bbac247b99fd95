/** A slider with one thumb or two, over numbers or points in time. */
import { useCallback } from "react";
import type { Slider } from "../../protocol/elements.ts";
import { useWidget } from "../app-context.ts";
import { formatMoment } from "../format/moment.ts";
import { formatNumber } from "../format/number.ts";
import { timespan } from "../format/timespan.ts";
import type { ViewProps } from "../view-props.ts";
import { SliderTrack } from "./track.tsx";

export function SliderView({ node, props }: ViewProps<"slider">) {
  const widget = useWidget<number[]>(node, props, props.default);
  const { data_type: type, format } = props;
  const word = useCallback((value: number) => formatValue(value, type, format), [type, format]);
  return (
    <SliderTrack
      labelled={props}
      values={widget.value}
      min={props.min}
      max={props.max}
      step={props.step}
      isDisabled={props.disabled}
      format={word}
      onChange={widget.change}
    />
  );
}

/** Word a slider's value; points and spans of time are microseconds on the wire. */
function formatValue(value: number, type: Slider["data_type"], format: string): string {
  switch (type) {
    case "int":
    case "float":
      return formatNumber(value, format);
    case "timedelta":
      return timespan(value / 1_000_000);
    case "date":
    case "time":
    case "datetime":
      return formatMoment(value / 1000, type, format);
  }
}
