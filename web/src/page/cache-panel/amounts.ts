/** Times, sizes and counts, as short as they can be read. */

interface Unit {
  name: string;
  size: number;
  /** The smallest amount that is told in it. */
  from: number;
}

const TIMES: readonly Unit[] = [
  { name: "h", size: 3_600, from: 2 * 3_600 },
  { name: "min", size: 60, from: 2 * 60 },
  { name: "s", size: 1, from: 0.9995 },
  { name: "ms", size: 0.001, from: 0 },
];

const AGES: readonly Unit[] = [
  { name: "days", size: 86_400, from: 2 * 86_400 },
  { name: "h", size: 3_600, from: 2 * 3_600 },
  { name: "min", size: 60, from: 2 * 60 },
  { name: "s", size: 1, from: 0 },
];

const SIZES: readonly Unit[] = [
  { name: "GB", size: 1e9, from: 0.9995e9 },
  { name: "MB", size: 1e6, from: 0.9995e6 },
  { name: "kB", size: 1e3, from: 999.5 },
  { name: "B", size: 1, from: 0 },
];

const twoDigits = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** A number and what it counts: "1 result", "1,200 results". */
export function countText(count: number, one?: string): string {
  const number = whole.format(count);
  if (one === undefined) return number;
  return `${number} ${count === 1 ? one : `${one}s`}`;
}

/** How long something took: "12 ms", "2.4 s". */
export function durationText(seconds: number): string {
  return seconds === 0 ? "0 s" : write(seconds, TIMES);
}

export function sizeText(bytes: number): string {
  return write(bytes, SIZES);
}

/** How long ago something was; the first seconds are not counted. */
export function ageText(seconds: number): string {
  return seconds < 2 ? "just now" : `${write(seconds, AGES, Math.floor)} ago`;
}

function write(
  amount: number,
  units: readonly Unit[],
  shorten = (number: number) => number,
): string {
  const unit = units.find(({ from }) => amount >= from);
  if (!unit) return "";
  const number = shorten(amount / unit.size);
  return `${(number < 99.5 ? twoDigits : whole).format(number)} ${unit.name}`;
}
