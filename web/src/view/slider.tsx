/** A slider with one thumb or two. */
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";
import { useWidget } from "./app-context.ts";
import type { ViewProps } from "./registry.ts";

export function SliderView({ node, props }: ViewProps<"slider">) {
  const widget = useWidget<number[]>(node, props, props.default);
  return (
    <Slider
      className="ts-slider stSlider"
      data-testid="stSlider"
      minValue={props.min}
      maxValue={props.max}
      step={props.step}
      value={widget.value}
      isDisabled={props.disabled}
      onChange={(value) => widget.change([value].flat(), true)}
      onChangeEnd={(value) => widget.change([value].flat())}
    >
      <Label>{props.label}</Label>
      <SliderOutput />
      <SliderTrack>
        {({ state }) =>
          state.values.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a thumb is known by its place only
            <SliderThumb key={index} index={index} aria-label={props.label} />
          ))
        }
      </SliderTrack>
    </Slider>
  );
}
