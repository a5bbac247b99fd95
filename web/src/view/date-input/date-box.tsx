/** The field of a day, or of two: typed part by part, or picked from a calendar. */
import { Calendar as CalendarIcon, X } from "lucide-react";
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { I18nProvider } from "react-aria/I18nProvider";
import { Button } from "react-aria-components/Button";
import { DateField } from "react-aria-components/DateField";
import { Group } from "react-aria-components/Group";
import { Popover } from "react-aria-components/Popover";
import { Icon } from "../../kit/index.ts";
import { toPlainText } from "../markdown/index.ts";
import { BoxButton } from "../text-input/button.tsx";
import { WidgetLabel } from "../widget-label.tsx";
import { DayCalendar } from "./calendar.tsx";
import { limitsOf } from "./days.ts";
import { type DayDraftProps, useDayDraft } from "./draft.ts";
import { DateSegments } from "./segments.tsx";
import "../text-input/box.css";
import "./date-input.css";

export function DateBox(input: DayDraftProps) {
  const { props, value } = input;
  const draft = useDayDraft(input);
  const { days, problem } = draft;
  const { min, max } = limitsOf(props);
  const label = toPlainText(props.label);
  const box = useRef<HTMLDivElement>(null);
  const popover = useRef<HTMLElement>(null);
  const labelId = useId();
  const errorId = useId();
  /** How the calendar was opened: by the pointer it leaves the focus where it is. */
  const [opened, setOpened] = useState<"pointer" | "keyboard" | null>(null);
  const close = () => setOpened(null);
  useOutsidePress(opened !== null, [box, popover], close);

  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if ([box, popover].some(({ current }) => current?.contains(relatedTarget))) return;
    close();
    draft.leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    draft.heed(event.key);
    if (event.key === "Enter" && box.current?.contains(event.target as Node)) draft.takeTyped();
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
                key={`${names[place]} ${draft.round}`}
                className="ts-date"
                aria-label={names[place] ?? label}
                value={day}
                onChange={(next) => draft.type(place, next)}
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
              onPress={draft.clear}
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
          className="ts-floating ts-calendar-popover"
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
            className="ts-floating-dialog"
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
              onPick={(day) => {
                if (draft.pick(day)) close();
              }}
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
