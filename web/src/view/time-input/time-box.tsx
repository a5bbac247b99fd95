/** The field of a time of day: typed or stepped part by part. */
import { parseTime, Time } from "@internationalized/date";
import { Clock, X } from "lucide-react";
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { DateInput, DateSegment, TimeField } from "react-aria-components/TimeField";
import { Icon } from "../../kit/index.ts";
import type { TimeInput } from "../../protocol/elements.ts";
import { BoxButton } from "../text-input/button.tsx";
import type { Parsed } from "../text-input/draft.ts";
import { FILL_IN, useTakenIn } from "../text-input/taken-in.ts";
import { WidgetLabel } from "../widget-label.tsx";
import "../text-input/box.css";
import "../date-input/date-input.css";

export interface TimeBoxProps {
  readonly props: TimeInput;
  /** The time that an emptied field goes back to. */
  readonly initial: string | null;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

const DAY_S = 86_400;

export function TimeBox({ props, initial, value, onChange }: TimeBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const isStep = useRef(false);
  const [draft, setDraft] = useState<{ time: Time | null; base: string | null } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** Grows when half a time was left: the field begins anew. */
  const [round, setRound] = useState(0);
  const hasSeconds = props.step % 60 !== 0;
  const isTyped = draft !== null && draft.base === value;
  const time = isTyped ? draft.time : value === null ? null : parseTime(value);

  /** Let a time count; answers whether nothing is wrong with it. */
  const take = (next: Time | null): boolean => {
    const parsed = parseTimeOf(next, { ...props, default: initial }, hasSeconds);
    if ("problem" in parsed) {
      setProblem(parsed.problem);
      return false;
    }
    setProblem(null);
    setDraft(null);
    if (parsed.value !== value) onChange(parsed.value);
    return true;
  };
  const type = (next: Time | null) => {
    if (isStep.current) take(next);
    else setDraft({ time: next, base: value });
    if (next) setProblem(null);
  };
  const takeTyped = (): boolean => !isTyped || take(time);
  useTakenIn(props.form, () => (props.form !== null && props.required ? take(time) : takeTyped()));

  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (box.current?.contains(relatedTarget)) return;
    if (time === null) setRound(round + 1);
    takeTyped();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    isStep.current = by !== 0;
    if (event.key === "Enter") takeTyped();
    const part = (event.target as HTMLElement).dataset.type;
    if (by === 0 || time === null || part !== (hasSeconds ? "second" : "minute")) return;
    event.preventDefault();
    event.stopPropagation();
    take(snapped(time, by * props.step));
  };
  return (
    <TimeField
      key={round}
      className="ts-field stTimeInput"
      data-testid="stTimeInput"
      value={time}
      onChange={type}
      granularity={hasSeconds ? "second" : "minute"}
      shouldForceLeadingZeros
      isDisabled={props.disabled}
      isInvalid={problem !== null}
      validationBehavior="aria"
      {...(props.format !== "localized" && { hourCycle: props.format === "24h" ? 24 : 12 })}
      onBlur={onBlur}
    >
      <WidgetLabel props={props} />
      <div
        ref={box}
        className="ts-input ts-box ts-dates"
        data-testid="stTimeInputTimeDisplay"
        data-disabled={props.disabled || undefined}
        data-invalid={problem !== null || undefined}
        onKeyDownCapture={onKeyDown}
      >
        <DateInput className="ts-segments">
          {(segment) => <DateSegment className="ts-segment" segment={segment} />}
        </DateInput>
        <span className="ts-box-rest" />
        {props.is_clearable && !props.required && value !== null && !props.disabled && (
          <BoxButton
            icon={X}
            label="Clear value"
            onPress={() => take(null)}
            data-testid="stTimeInputClearButton"
          />
        )}
        <span className="ts-box-icon">
          <Icon of={Clock} size={18} />
        </span>
      </div>
      <FieldError className="ts-field-note ts-field-error">{problem}</FieldError>
    </TimeField>
  );
}

/** The value that an entered time means, or what is wrong with it. */
function parseTimeOf(
  time: Time | null,
  { required, is_clearable: isClearable, default: initial }: TimeInput,
  hasSeconds: boolean,
): Parsed<string | null> {
  if (time) return { value: time.toString().slice(0, hasSeconds ? 8 : 5) };
  if (required) return { problem: FILL_IN };
  return { value: isClearable ? null : initial };
}

/** The next time, up or down, that is a whole number of steps from midnight. */
function snapped(time: Time, step: number): Time {
  const now = time.hour * 3600 + time.minute * 60 + time.second;
  const size = Math.abs(step);
  const next = step > 0 ? Math.floor(now / size + 1) * size : Math.ceil(now / size - 1) * size;
  const at = ((next % DAY_S) + DAY_S) % DAY_S;
  return new Time(Math.floor(at / 3600), Math.floor(at / 60) % 60, at % 60);
}
