/** A slider over options: one of them, or all from one to another. */
import { useCallback, useMemo } from "react";
import { useWidget } from "./app-context.ts";
import { toPlainText } from "./markdown/index.ts";
import { optionNames } from "./selectbox/options.ts";
import { SliderTrack } from "./slider/track.tsx";
import type { ViewProps } from "./view-props.ts";

export function SelectSliderView({ node, props }: ViewProps<"select_slider">) {
  const { options } = props;
  const widget = useWidget<string[]>(node, props, props.default);
  const names = optionNames(props);
  // The same array as long as the value is the same, so that the slider is told of changes only.
  const values = useMemo(
    () => widget.value.map((name) => Math.max(names.indexOf(name), 0)),
    [widget.value, names],
  );
  const word = useCallback((place: number) => toPlainText(options[place] ?? ""), [options]);
  const choose = (places: readonly number[], live: boolean) =>
    widget.change(
      places.map((place) => names[place] ?? ""),
      live,
    );
  return (
    <SliderTrack
      labelled={props}
      values={values}
      min={0}
      max={Math.max(options.length - 1, 1)}
      step={1}
      isDisabled={props.disabled}
      format={word}
      onChange={choose}
    />
  );
}
