/** What a typed number means, and what a step makes of it. */
import type { NumberInput } from "../../protocol/elements.ts";
import type { Parsed } from "../text-input/draft.ts";
import { FILL_IN } from "../text-input/taken-in.ts";

type NumberRules = Pick<NumberInput, "default" | "required" | "min" | "max" | "data_type" | "step">;

/**
 * The number that a text means, or what is wrong with it. An emptied field goes back to what it
 * started with.
 */
export function parseNumber(text: string, rules: NumberRules): Parsed<number | null> {
  if (text.trim() === "") return rules.required ? { problem: FILL_IN } : { value: rules.default };
  const value = Number(pointed(text.replace(/[\s_\u00a0\u202f]/g, "").replace("−", "-")));
  if (!Number.isFinite(value)) return { problem: `“${text.trim()}” is not a number.` };
  if (rules.data_type === "int" && !Number.isInteger(value)) {
    return { problem: "Enter a whole number." };
  }
  if (value < (rules.min ?? -Infinity) || value > (rules.max ?? Infinity)) {
    return { problem: rangeText(rules) };
  }
  return { value };
}

/** A number that is some steps further, within its range; from nothing, steps start at zero. */
export function stepped(value: number | null, steps: number, rules: NumberRules): number {
  const from = value ?? 0;
  // 0.1 + 0.2 is 0.30000000000000004, which nobody means.
  const digits = Math.min(Math.max(decimals(from), decimals(rules.step)), 100);
  const sum = Number((from + steps * rules.step).toFixed(digits)) + 0;
  return Math.min(Math.max(sum, rules.min ?? -Infinity), rules.max ?? Infinity);
}

/** How many digits a number has behind its point. */
function decimals(number: number): number {
  const [, digits = "", exponent = "0"] = /(?:\.(\d+))?(?:e-(\d+))?$/.exec(String(number)) ?? [];
  return digits.length + Number(exponent);
}

/**
 * A number with its decimals behind a point. A comma groups thousands, unless it stands where only
 * decimals can follow: the one comma of "1,5".
 */
function pointed(text: string): string {
  const isDecimal = /^[-+]?\d*,\d+(e[-+]?\d+)?$/i.test(text) && !/^[-+]?\d{1,3},\d{3}$/.test(text);
  return isDecimal ? text.replace(",", ".") : text.replaceAll(",", "");
}

function rangeText({ min, max }: NumberRules): string {
  if (min === null) return `Enter a number of at most ${max}.`;
  if (max === null) return `Enter a number of at least ${min}.`;
  return `Enter a number from ${min} to ${max}.`;
}
