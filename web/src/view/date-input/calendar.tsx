/** A month of days to pick from. */
import type { CalendarDate } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Key } from "react";
import { Button } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarMonthPicker,
  CalendarYearPicker,
} from "react-aria-components/Calendar";
import { Icon } from "../../kit/index.ts";
import { type Days, daysBetween } from "./days.ts";
import "./calendar.css";

export interface DayCalendarProps {
  readonly label: string;
  readonly days: Days;
  readonly min: CalendarDate;
  readonly max: CalendarDate;
  /** Whether the keyboard goes into the calendar when it appears. */
  readonly autoFocus: boolean;
  readonly onPick: (day: CalendarDate) => void;
}

/**
 * A range is a calendar with many selected days, and not react-aria's own range calendar: that one
 * keeps the first day to itself until there is a last one, but here a first day alone counts, too.
 */
export function DayCalendar({ label, days, min, max, autoFocus, onPick }: DayCalendarProps) {
  const selected = daysBetween(days);
  const [first, last = first] = days;
  return (
    <Calendar
      className="ts-calendar"
      data-testid="stDateInputCalendar"
      aria-label={label}
      selectionMode="multiple"
      value={selected}
      defaultFocusedValue={first ?? null}
      minValue={min}
      maxValue={max}
      autoFocus={autoFocus}
      onChange={(next) => {
        const picked = toggled(selected, next as CalendarDate[]);
        if (picked) onPick(picked);
      }}
    >
      <div className="ts-calendar-head">
        <Button slot="previous" className="ts-box-button">
          <Icon of={ChevronLeft} />
        </Button>
        <CalendarMonthPicker>{(picker) => <Picker {...picker} />}</CalendarMonthPicker>
        <CalendarYearPicker visibleYears={yearsBetween(min, max)}>
          {(picker) => <Picker {...picker} />}
        </CalendarYearPicker>
        <Button slot="next" className="ts-box-button">
          <Icon of={ChevronRight} />
        </Button>
      </div>
      <CalendarGrid className="ts-calendar-grid">
        <CalendarGridHeader>
          {(name) => (
            <CalendarHeaderCell className="ts-calendar-weekday">{name}</CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(day) => (
            <CalendarCell
              date={day}
              className="ts-calendar-day"
              data-first={(first && day.compare(first) === 0) || undefined}
              data-last={(last && day.compare(last) === 0) || undefined}
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

interface PickerProps {
  readonly "aria-label"?: string;
  readonly value: Key;
  readonly items: readonly { id: Key; formatted: string }[];
  readonly onChange: (key: number) => void;
}

/** A month or a year far away is chosen from the browser's own list. */
function Picker({ items, value, onChange, ...label }: PickerProps) {
  return (
    <select
      {...label}
      className="ts-calendar-picker"
      value={String(value)}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {items.map(({ id, formatted }) => (
        <option key={String(id)} value={String(id)}>
          {formatted}
        </option>
      ))}
    </select>
  );
}

/** The day that is in one of two lists only: the one that was clicked. */
function toggled(before: readonly CalendarDate[], after: readonly CalendarDate[]) {
  if (after.length > before.length) return after.at(-1);
  const left = new Set(after.map(String));
  return before.find((day) => !left.has(String(day)));
}

function yearsBetween(min: CalendarDate, max: CalendarDate): number {
  return Math.max(2 * (max.year - min.year + 1), 2);
}
