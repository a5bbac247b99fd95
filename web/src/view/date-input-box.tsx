/** The field of a day, or of two: typed part by part, or picked from a calendar. */
import type { CalendarDate } from "@internationalized/date";
import { Calendar as CalendarIcon, X } from "lucide-react";
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { I18nProvider } from "react-aria/I18nProvider";
import { Button } from "react-aria-components/Button";
import { DateField } from "react-aria-components/DateField";
import { Group } from "react-aria-components/Group";
import { Popover } from "react-aria-components/Popover";
import { Icon } from "../kit/index.ts";
import type { DateInput } from "../protocol/elements.ts";
import { DayCalendar } from "./date-input-calendar.tsx";
import { type Days, limitsOf, parseDays, pickDay, readDays } from "./date-input-days.ts";
import { DateSegments } from "./date-input-segments.tsx";
import { toPlainText } from "./markdown/index.ts";
import { BoxButton } from "./text-input-button.tsx";
import { useTakenIn } from "./text-input-taken-in.ts";
import { WidgetLabel } from "./widget-label.tsx";
import "./text-input-box.css";
import "./date-input.css";

export interface DateBoxProps {
  readonly props: DateInput;
  /** The days that an emptied field goes back to. */
  readonly initial: string[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** Keys that step a part of a date; what they do counts at once, unlike typing. */
const STEPS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"]);

export function DateBox({ props, initial, value, onChange }: DateBoxProps) {
  const label = toPlainText(props.label);
  const box = useRef<HTMLDivElement>(null);
  const popover = useRef<HTMLElement>(null);
  const isStep = useRef(false);
  const labelId = useId();
  const errorId = useId();
  const [draft, setDraft] = useState<{ days: Days; base: readonly string[] } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** How the calendar was opened: by the pointer it leaves the focus where it is. */
  const [opened, setOpened] = useState<"pointer" | "keyboard" | null>(null);
  /** Grows when half a date was left: its field begins anew. */
  const [round, setRound] = useState(0);
  const isTyped = draft !== null && draft.base === value;
  const days = isTyped ? draft.days : readDays(value, props.is_range);
  const { min, max } = limitsOf(props);
  const rules = { ...props, default: initial };

  /** Let days count; answers whether nothing is wrong with them. */
  const take = (next: Days): boolean => {
    const parsed = parseDays(next, rules);
    if ("problem" in parsed) {
      setProblem(parsed.problem);
      setDraft({ days: next, base: value });
      return false;
    }
    setProblem(null);
    setDraft(null);
    if (String(parsed.value) !== String(value)) onChange(parsed.value);
    return true;
  };
  const type = (place: number, day: CalendarDate | null) => {
    const next = days.map((old, index) => (index === place ? day : old));
    if (isStep.current) take(next);
    else setDraft({ days: next, base: value });
    if (problem !== null && !("problem" in parseDays(next, rules))) setProblem(null);
  };
  const pick = (day: CalendarDate) => {
    const next = pickDay(days, day);
    take(next);
    if (next.every((each) => each !== null)) close();
  };
  const leave = () => {
    setOpened(null);
    if (days.includes(null)) setRound(round + 1);
    if (isTyped) take(days);
  };
  const close = () => setOpened(null);
  useTakenIn(props.form, () => take(days));
  useOutsidePress(opened !== null, [box, popover], close);

  const onBlur = ({ relatedTarget }: FocusEvent) => {
    const isWithin = [box, popover].some(({ current }) => current?.contains(relatedTarget));
    if (!isWithin) leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    isStep.current = STEPS.has(event.key);
    if (event.key === "Enter" && box.current?.contains(event.target as Node)) take(days);
    if (event.key === "Escape" && opened) {
      close();
      event.stopPropagation();
    }
    if (event.key === "ArrowDown" && event.altKey) {
      setOpened("keyboard");
      event.stopPropagation();
    }
  };
  const names = props.is_range ? [`${label}, first day`, `${label}, last day`] : [label];
  return (
    <I18nProvider locale={gregorianLocale()}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears what bubbles up from its fields */}
      <div
        className="ts-field stDateInput"
        data-testid="stDateInput"
        data-disabled={props.disabled || undefined}
        onBlur={onBlur}
        onKeyDownCapture={onKeyDown}
      >
        <WidgetLabel props={props} id={labelId} />
        <Group
          ref={box}
          className="ts-input ts-box ts-dates"
          data-testid="stDateInputField"
          aria-labelledby={labelId}
          isDisabled={props.disabled}
          isInvalid={problem !== null}
        >
          <div
            className="ts-date-fields"
            // Captured: the fields in it keep clicks to themselves.
            onClickCapture={() => {
              if (!props.disabled && opened === null) setOpened("pointer");
            }}
          >
            {days.map((day, place) => (
              <DateField
                key={`${names[place]} ${round}`}
                className="ts-date"
                aria-label={names[place] ?? label}
                value={day}
                onChange={(next) => type(place, next)}
                isDisabled={props.disabled}
                isInvalid={problem !== null}
                shouldForceLeadingZeros
                validationBehavior="aria"
                {...(problem !== null && { "aria-describedby": errorId })}
              >
                {place > 0 && <span className="ts-date-to">–</span>}
                <DateSegments format={props.format} />
              </DateField>
            ))}
          </div>
          {props.is_clearable && !props.required && value.length > 0 && !props.disabled && (
            <BoxButton
              icon={X}
              label="Clear value"
              onPress={() => take(days.map(() => null))}
              data-testid="stDateInputClearButton"
            />
          )}
          <Button
            className="ts-box-button"
            aria-label={`Calendar for ${label}`}
            aria-haspopup="dialog"
            aria-expanded={opened !== null}
            isDisabled={props.disabled}
            onPress={() => (opened ? close() : setOpened("keyboard"))}
          >
            <Icon of={CalendarIcon} size={18} />
          </Button>
        </Group>
        {problem !== null && (
          <p id={errorId} className="ts-field-note ts-field-error" role="alert">
            {problem}
          </p>
        )}
        <Popover
          ref={popover}
          className="ts-calendar-popover"
          triggerRef={box}
          placement="bottom start"
          offset={4}
          isNonModal
          isOpen={opened !== null}
          onOpenChange={(isOpen) => {
            if (!isOpen) close();
          }}
        >
          {/* Not react-aria's dialog, which would take the focus, while a person may go on typing. */}
          <div
            className="ts-calendar-dialog"
            role="dialog"
            tabIndex={-1}
            aria-label={`Calendar for ${label}`}
          >
            <DayCalendar
              label={label}
              days={days}
              min={min}
              max={max}
              autoFocus={opened === "keyboard"}
              onPick={pick}
            />
          </div>
        </Popover>
      </div>
    </I18nProvider>
  );
}

/** The browser's language, with the calendar and the digits that Python's dates have. */
function gregorianLocale(): string {
  const options = { calendar: "gregory", numberingSystem: "latn" };
  return new Intl.Locale(navigator.language, options).toString();
}

/** Call `act` when a pointer is pressed outside of some elements. */
function useOutsidePress(
  isOn: boolean,
  inside: readonly { current: HTMLElement | null }[],
  act: () => void,
): void {
  useEffect(() => {
    if (!isOn) return;
    const onPress = ({ target }: PointerEvent) => {
      if (!inside.some(({ current }) => current?.contains(target as Node))) act();
    };
    document.addEventListener("pointerdown", onPress, true);
    return () => document.removeEventListener("pointerdown", onPress, true);
  });
}
