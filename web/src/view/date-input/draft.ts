/** The days of a date input while they are entered: what is typed counts later than what is picked. */
import type { CalendarDate } from "@internationalized/date";
import { useRef, useState } from "react";
import type { DateInput } from "../../protocol/elements.ts";
import { useTakenIn } from "../text-input/taken-in.ts";
import { type Days, parseDays, pickDay, readDays } from "./days.ts";

export interface DayDraftProps {
  readonly props: DateInput;
  /** The days that an emptied field goes back to. */
  readonly initial: readonly string[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** Keys that step a part of a date; what they do counts at once, unlike typing. */
const STEPS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"]);

export function useDayDraft({ props, initial, value, onChange }: DayDraftProps) {
  const [draft, setDraft] = useState<{ days: Days; base: readonly string[] } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const isStep = useRef(false);
  const isTyped = draft !== null && draft.base === value;
  const days = isTyped ? draft.days : readDays(value, props.is_range);
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
  // A default may lie beyond the limits: days that nobody has touched are held to no rule but one.
  const takeTyped = (): boolean => !isTyped || take(days);
  useTakenIn(props.form, () => {
    const isAsked = props.form !== null && props.required;
    return isAsked ? take(days) : takeTyped();
  });

  return {
    days,
    problem,
    /** Grows when half a date was left: its field begins anew. */
    round,
    takeTyped,
    /** Take note of a key before its field acts on it. */
    heed(key: string) {
      isStep.current = STEPS.has(key);
    },
    /** A day was typed or stepped to, or its field emptied. */
    type(place: number, day: CalendarDate | null) {
      const next = days.map((old, index) => (index === place ? day : old));
      if (isStep.current) take(next);
      else setDraft({ days: next, base: value });
      if (problem !== null && !("problem" in parseDays(next, rules))) setProblem(null);
    },
    /** A day was picked from the calendar; answers whether nothing is left to pick. */
    pick(day: CalendarDate): boolean {
      const next = pickDay(days, day);
      take(next);
      return !next.includes(null);
    },
    clear() {
      take(days.map(() => null));
    },
    leave() {
      if (days.includes(null)) setRound(round + 1);
      takeTyped();
    },
  };
}
