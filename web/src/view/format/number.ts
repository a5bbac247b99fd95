/** Numbers as people read them: by the names that authors give formats, or by a `printf` pattern. */
import { isPattern, printf } from "./printf.ts";

/** How many decimals a number shows when nobody said. */
const DECIMALS = 4;

type Write = (value: number) => string;

function intl(options: Intl.NumberFormatOptions): Write {
  let format: Intl.NumberFormat | undefined;
  // Made when it is first used: a formatter takes longer to make than a page of numbers to write.
  return (value) => {
    format ??= new Intl.NumberFormat(undefined, options);
    return format.format(value);
  };
}

function money(currency: string): Write {
  return intl({ style: "currency", currency, currencyDisplay: "narrowSymbol" });
}

const COMPACT = intl({ notation: "compact", maximumFractionDigits: 1 });

const FORMATS: Readonly<Record<string, Write>> = {
  plain: (value) => trimmed(value, 20),
  localized: intl({ maximumFractionDigits: DECIMALS }),
  percent: intl({ style: "percent", maximumFractionDigits: 2 }),
  dollar: money("USD"),
  euro: money("EUR"),
  yen: money("JPY"),
  compact: (value) => (Math.abs(value) < 1 ? trimmed(value, DECIMALS) : COMPACT(value)),
  scientific: intl({ notation: "scientific", maximumFractionDigits: 3 }),
  engineering: intl({ notation: "engineering", maximumFractionDigits: 3 }),
  accounting: accounting,
  bytes: bytes,
  duration: duration,
};

/** A number written in a format; without one, with up to four decimals and no grouping. */
export function formatNumber(value: number, format?: string | null, step?: number | null): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  const named = format ? FORMATS[format] : undefined;
  if (named) return named(value);
  if (format && isPattern(format)) return printf(format, value);
  return trimmed(value, step ? decimalsOf(step) : DECIMALS);
}

/** A count that is too large for a JavaScript number, and the exact text of a decimal. */
export function formatExact(value: bigint | string, format?: string | null): string {
  if (format) return formatNumber(Number(value), format);
  return value.toString();
}

function trimmed(value: number, decimals: number): string {
  if (Number.isInteger(value)) return value < 1e21 ? String(value) : value.toExponential();
  // Rounded to its decimals a small number would be zero.
  const isSmall = value !== 0 && Math.abs(value) < 10 ** -decimals;
  if (isSmall && decimals === DECIMALS) return value.toPrecision(2);
  return decimals >= 20 ? String(value) : String(Number(value.toFixed(decimals)));
}

function decimalsOf(step: number): number {
  const [, fraction = "", power = "0"] = /^\d*\.?(\d*)(?:e(-?\d+))?$/.exec(String(step)) ?? [];
  return Math.min(20, Math.max(0, fraction.length - Number(power)));
}

const ACCOUNTS = intl({ minimumFractionDigits: 2, maximumFractionDigits: 2 });

function accounting(value: number): string {
  return value < 0 ? `(${ACCOUNTS(-value)})` : ACCOUNTS(value);
}

const BYTE_UNITS = ["B", "KB", "MB", "GB", "TB", "PB"] as const;

const ONE_DECIMAL = intl({ maximumFractionDigits: 1 });

function bytes(value: number): string {
  let size = value;
  let unit = 0;
  while (Math.abs(size) >= 1000 && unit < BYTE_UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${ONE_DECIMAL(size)} ${BYTE_UNITS[unit]}`;
}

const SECONDS_IN = [
  ["d", 86_400],
  ["h", 3_600],
  ["m", 60],
] as const;

/** Seconds as days, hours, minutes and seconds: "1h 2m 3s". */
export function duration(seconds: number): string {
  const parts: string[] = [];
  let left = Math.abs(seconds);
  for (const [unit, size] of SECONDS_IN) {
    const count = Math.floor(left / size);
    if (count > 0 || parts.length > 0) parts.push(`${count}${unit}`);
    left -= count * size;
  }
  parts.push(`${trimmed(left, 3)}s`);
  return (seconds < 0 ? "-" : "") + parts.join(" ");
}
