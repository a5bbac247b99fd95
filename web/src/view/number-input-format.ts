/** How an author's `format` words a number: printf's places, or one of a few names. */

/** `%`, flags, width, precision, and the letter that says what to make of the number. */
const PLACE = /%(?:%|([-+ 0,']*)(\d*)(?:\.(\d+))?([a-zA-Z]))/g;

/**
 * Word a number. A format that cannot be understood leaves the number as it is.
 *
 * @example
 * formatNumber(0.5, "%0.2f"); // "0.50"
 * formatNumber(1234567, "%,d €"); // "1,234,567 €"
 * formatNumber(1234, "compact"); // "1.2K"
 */
export function formatNumber(value: number, format: string): string {
  const named = NAMED[format];
  if (named) return named(value);
  let isUnderstood = false;
  const text = format.replace(
    PLACE,
    (place: string, flags = "", width = "", digits: string | undefined, letter: string) => {
      if (place === "%%") return "%";
      const word = LETTERS[letter];
      if (!word) return place;
      isUnderstood = true;
      return padded(word(value, digits === undefined ? undefined : Number(digits)), flags, width);
    },
  );
  return isUnderstood ? text : String(value);
}

/** How many digits after the point a format shows; undefined when it does not say. */
export function decimalsOf(format: string): number | undefined {
  const match = /%[-+ 0,']*\d*(?:\.(\d+))?([a-zA-Z])/.exec(format);
  if (!match) return undefined;
  if ("diu".includes(match[2] ?? "")) return 0;
  return match[1] === undefined ? undefined : Number(match[1]);
}

type Worded = (value: number, digits: number | undefined) => string;

const whole: Worded = (value) => String(Math.trunc(value));

const LETTERS: Readonly<Record<string, Worded | undefined>> = {
  d: whole,
  i: whole,
  u: (value) => String(Math.trunc(Math.abs(value))),
  f: (value, digits = 6) => value.toFixed(Math.min(digits, 100)),
  e: (value, digits) => value.toExponential(digits),
  E: (value, digits) => value.toExponential(digits).toUpperCase(),
  g: (value, digits) => String(digits ? Number(value.toPrecision(digits)) : value),
  s: String,
  v: String,
  x: (value) => Math.trunc(value).toString(16),
  X: (value) => Math.trunc(value).toString(16).toUpperCase(),
  o: (value) => Math.trunc(value).toString(8),
  b: (value) => Math.trunc(value).toString(2),
  c: (value) => String.fromCodePoint(Math.trunc(value)),
};

function padded(digits: string, flags: string, width: string): string {
  const isNegative = digits.startsWith("-");
  const bare = isNegative ? digits.slice(1) : digits;
  const grouped = /[,']/.test(flags) ? bare.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",") : bare;
  const sign = isNegative ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  const room = Number(width || 0) - sign.length;
  if (flags.includes("-")) return (sign + grouped).padEnd(Number(width || 0));
  if (flags.includes("0")) return sign + grouped.padStart(room, "0");
  return (sign + grouped).padStart(Number(width || 0));
}

const intl = (options: Intl.NumberFormatOptions, locale?: string): ((value: number) => string) => {
  let formatter: Intl.NumberFormat | undefined;
  return (value) => {
    formatter ??= new Intl.NumberFormat(locale, options);
    return formatter.format(value);
  };
};

const BYTES = intl(
  { notation: "compact", style: "unit", unit: "byte", unitDisplay: "narrow" },
  "en",
);

/** The formats that have a name. */
const NAMED: Readonly<Record<string, ((value: number) => string) | undefined>> = {
  plain: intl({ useGrouping: false, maximumFractionDigits: 20 }, "en"),
  localized: intl({}),
  percent: intl({ style: "percent", maximumFractionDigits: 2 }),
  dollar: intl({ style: "currency", currency: "USD", currencyDisplay: "narrowSymbol" }),
  euro: intl({ style: "currency", currency: "EUR" }),
  yen: intl({ style: "currency", currency: "JPY", currencyDisplay: "narrowSymbol" }),
  accounting: (value) => {
    const size = Math.abs(value).toLocaleString("en", { maximumFractionDigits: 2 });
    return value < 0 ? `(${size})` : size;
  },
  bytes: (value) => BYTES(value).replace("BB", "GB"),
  compact: intl({ notation: "compact" }),
  scientific: intl({ notation: "scientific" }),
  engineering: intl({ notation: "engineering" }),
};
