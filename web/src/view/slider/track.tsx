/** What a slider and a select slider share: the label, the value, the rail and its thumbs. */
import { type RefObject, useMemo, useRef } from "react";
import { mergeProps } from "react-aria/mergeProps";
import { useFocusRing } from "react-aria/useFocusRing";
import { useSlider, useSliderThumb } from "react-aria/useSlider";
import { LabelContext } from "react-aria-components/Label";
import { type SliderState, useSliderState } from "react-stately/useSliderState";
import { type Labelled, WidgetLabel } from "../widget-label.tsx";
import { useDrag } from "./drag.ts";
import "./track.css";

export interface SliderTrackProps {
  readonly labelled: Labelled;
  /** One number a thumb, in order. */
  readonly values: readonly number[];
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly isDisabled: boolean;
  /** What a number stands for. */
  format(value: number): string;
  /** A thumb moved; `live` while it is held and more will follow. */
  onChange(values: readonly number[], live: boolean): void;
}

export function SliderTrack({ labelled, onChange, format, ...props }: SliderTrackProps) {
  const track = useRef<HTMLDivElement>(null);
  const drag = useDrag<readonly number[]>(props.values, isSame, onChange);
  const aria = {
    label: labelled.label,
    value: props.values as number[],
    minValue: props.min,
    maxValue: props.max,
    step: props.step,
    isDisabled: props.isDisabled,
    onChange: drag.move,
    onChangeEnd: drag.end,
  };
  const state = useSliderState({ ...aria, numberFormatter: useFormatter(format) });
  const { groupProps, trackProps, labelProps, outputProps } = useSlider(aria, state, track);
  return (
    <div
      {...groupProps}
      className="ts-slider stSlider"
      data-testid="stSlider"
      data-disabled={props.isDisabled || undefined}
      data-range={props.values.length > 1 || undefined}
    >
      <div className="ts-slider-head">
        <LabelContext value={labelProps}>
          <WidgetLabel props={labelled} />
        </LabelContext>
        <output {...outputProps} className="ts-slider-value">
          {state.values.map((value, index) => (
            <span key={place(index)} data-testid="stSliderThumbValue">
              {format(value)}
            </span>
          ))}
        </output>
      </div>
      <div {...trackProps} {...drag.props} ref={track} className="ts-slider-track">
        <div className="ts-slider-rail" />
        <div className="ts-slider-fill" style={filled(state)} />
        {state.values.map((_, index) => (
          <Thumb key={place(index)} index={index} state={state} track={track} />
        ))}
      </div>
      <div className="ts-slider-ends" data-testid="stSliderTickBar" aria-hidden="true">
        <span data-testid="stSliderTickBarMin">{format(props.min)}</span>
        <span data-testid="stSliderTickBarMax">{format(props.max)}</span>
      </div>
    </div>
  );
}

interface ThumbProps {
  readonly index: number;
  readonly state: SliderState;
  readonly track: RefObject<HTMLDivElement | null>;
}

function Thumb({ index, state, track }: ThumbProps) {
  const input = useRef<HTMLInputElement>(null);
  const name = state.values.length > 1 ? { "aria-label": place(index) } : {};
  const thumb = useSliderThumb({ index, trackRef: track, inputRef: input, ...name }, state);
  const { focusProps, isFocusVisible } = useFocusRing();
  return (
    <div
      {...thumb.thumbProps}
      className="ts-slider-thumb"
      role="presentation"
      data-dragging={thumb.isDragging || undefined}
      data-focus-visible={isFocusVisible || undefined}
    >
      <input {...mergeProps(thumb.inputProps, focusProps)} ref={input} className="ts-hidden" />
    </div>
  );
}

function isSame(some: readonly number[], others: readonly number[]): boolean {
  return some.every((value, index) => value === others[index]);
}

/** A thumb is known by its place only. */
function place(index: number): string {
  return index === 0 ? "from" : "to";
}

/** The part of the rail from the start, or from the first thumb, to the last. */
function filled({ values, getThumbPercent }: SliderState): { left: string; width: string } {
  const start = values.length > 1 ? getThumbPercent(0) : 0;
  const end = getThumbPercent(values.length - 1);
  return { left: `${start * 100}%`, width: `${(end - start) * 100}%` };
}

/** `format`, in the form in which react-aria asks for it: it words what a screen reader says. */
function useFormatter(format: (value: number) => string): Intl.NumberFormat {
  return useMemo(() => {
    const formatter: Partial<Intl.NumberFormat> = {
      format: (value) => format(Number(value)),
      formatRange: (start, end) => `${format(Number(start))} – ${format(Number(end))}`,
    };
    return formatter as Intl.NumberFormat;
  }, [format]);
}
