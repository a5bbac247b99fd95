/** Days as they travel, "2024-05-01", as react-aria knows them, and what a widget makes of them. */
import { type CalendarDate, parseDate, today } from "@internationalized/date";
import type { DateInput } from "../../protocol/elements.ts";
import type { Parsed } from "../text-input/draft.ts";
import { FILL_IN } from "../text-input/taken-in.ts";

/** One day, or the first and the last of several; null for one that is not known yet. */
export type Days = readonly (CalendarDate | null)[];

/** How far a calendar reaches where its author does not say. */
const YEARS = 10;

/** The day as it is here and now. */
export function todayHere(): CalendarDate {
  return today(Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Days from the wire; a range has two, known or not. */
export function readDays(value: readonly string[], isRange: boolean): Days {
  const days = value.map((day) => parseDate(day));
  return isRange ? [days[0] ?? null, days[1] ?? null] : [days[0] ?? null];
}

/** The days between which a person may choose. */
export function limitsOf({ min, max }: Pick<DateInput, "min" | "max">): {
  min: CalendarDate;
  max: CalendarDate;
} {
  return {
    min: min === null ? todayHere().subtract({ years: YEARS }) : parseDate(min),
    max: max === null ? todayHere().add({ years: YEARS }) : parseDate(max),
  };
}

type DayRules = Pick<
  DateInput,
  "is_range" | "is_clearable" | "required" | "min" | "max" | "format"
> & { readonly default: readonly string[] };

/** The value that entered days mean, or what is wrong with them. */
export function parseDays(days: Days, rules: DayRules): Parsed<string[]> {
  const known = days.filter((day) => day !== null);
  if (rules.required && known.length < days.length) return { problem: FILL_IN };
  if (known.length === 0 && !rules.is_range && !rules.is_clearable) {
    return { value: [...rules.default] };
  }
  const [first, last] = days;
  if (!first && last) return { problem: "The first day is missing." };
  if (first && last && first.compare(last) > 0) {
    return { problem: "The first day comes after the last." };
  }
  const { min, max } = limitsOf(rules);
  if (known.some((day) => day.compare(min) < 0 || day.compare(max) > 0)) {
    const word = (day: CalendarDate) => wordDay(day, rules.format);
    return { problem: `Choose a day from ${word(min)} to ${word(max)}.` };
  }
  return { value: known.map(String) };
}

/** The days after one more was picked from a calendar: a third one begins a new range. */
export function pickDay(days: Days, picked: CalendarDate): Days {
  if (days.length === 1) return [picked];
  const [first, last] = days;
  if (!first || last) return [picked, null];
  return picked.compare(first) < 0 ? [picked, first] : [first, picked];
}

/** Every day of a range, its ends included. */
export function daysBetween([first, last]: Days): CalendarDate[] {
  if (!first) return [];
  if (!last) return [first];
  return Array.from({ length: last.compare(first) + 1 }, (_, days) => first.add({ days }));
}

/** The parts of a format such as "YYYY/MM/DD", in order: a unit, or what stands between two. */
export function formatParts(format: string): string[] {
  const UNITS: Record<string, string> = { YYYY: "year", MM: "month", DD: "day" };
  return format.split(/(YYYY|MM|DD)/).flatMap((part) => (part ? [UNITS[part] ?? part] : []));
}

/** A day in an author's format. */
export function wordDay(day: CalendarDate, format: string): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return format
    .replace("YYYY", String(day.year).padStart(4, "0"))
    .replace("MM", two(day.month))
    .replace("DD", two(day.day));
}
