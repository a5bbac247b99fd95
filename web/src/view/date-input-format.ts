/**
 * How an author's `format` words a point in time: moment's letters, or one of a few names.
 *
 * Everything is in UTC: a script's dates and times have no zone, and travel as if they were UTC.
 */

/** Something in brackets stands for itself; then the letters, longer ones first. */
const LETTERS =
  /\[([^\]]*)\]|YYYY|YY|Q|MMMM|MMM|MM|Mo|M|DDDD|DDD|DD|Do|D|dddd|ddd|dd|do|d|E|WW|W|HH|H|hh|h|kk|k|mm|m|ss|s|S{1,9}|A|a|ZZ|Z|X|x|LTS|LT|LLLL|LLL|LL|L|lll|ll|l/g;

/** What a format's words depend on: what there is of a point in time, and what "now" is. */
export interface DateFormatOptions {
  /** What the value has; "date" leaves the time out of the named formats, "time" the date. */
  readonly has: "date" | "time" | "datetime";
  /** Milliseconds since 1970, for "2 hours ago". */
  readonly now?: number;
}

/**
 * Word a point in time, in milliseconds since 1970.
 *
 * @example
 * formatDate(Date.UTC(2024, 4, 1), "ddd, MMM D", { has: "date" }); // "Wed, May 1"
 */
export function formatDate(ms: number, format: string, options: DateFormatOptions): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return "";
  const named = NAMED[format];
  if (named) return named(date, { now: Date.now(), ...options });
  return format.replace(LETTERS, (letters: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    if (letters.startsWith("S")) return fraction(date, letters.length);
    return WORDS[letters]?.(date) ?? letters;
  });
}

/**
 * Word a span of time, in seconds, as Python does.
 *
 * @example
 * formatDuration(93_784); // "1 day, 2:03:04"
 */
export function formatDuration(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const time = [
    Math.floor(rest / 3600),
    two(Math.floor(rest / 60) % 60),
    two(Math.floor(rest) % 60),
  ];
  if (days === 0) return time.join(":");
  return `${days} ${Math.abs(days) === 1 ? "day" : "days"}, ${time.join(":")}`;
}

type Worded = (date: Date) => string;

const two = (number: number): string => String(number).padStart(2, "0");
const hour12 = (date: Date): number => date.getUTCHours() % 12 || 12;
const seconds = (date: Date): string => String(Math.floor(date.getTime() / 1000));
const noon = (date: Date): string => (date.getUTCHours() < 12 ? "am" : "pm");

/** The browser's own wording, made when it is first needed: a formatter takes a while to build. */
function named(options: Intl.DateTimeFormatOptions): Worded {
  let format: Intl.DateTimeFormat | undefined;
  return (date) => {
    format ??= new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" });
    return format.format(date);
  };
}

function ordinal(number: number): string {
  const ending = new Intl.PluralRules("en", { type: "ordinal" }).select(number);
  const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
  return `${number}${endings[ending] ?? "th"}`;
}

function dayOfYear(date: Date): number {
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  return (midnight - Date.UTC(date.getUTCFullYear(), 0, 0)) / 86_400_000;
}

/** The week of the ISO calendar: the year's first one has its first Thursday. */
function isoWeek(date: Date): number {
  const thursday = new Date(date);
  thursday.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  return Math.ceil(dayOfYear(thursday) / 7);
}

function fraction(date: Date, digits: number): string {
  return String(date.getUTCMilliseconds()).padStart(3, "0").padEnd(9, "0").slice(0, digits);
}

const shortWeekday = named({ weekday: "short" });

const WORDS: Readonly<Record<string, Worded | undefined>> = {
  YYYY: (date) => String(date.getUTCFullYear()).padStart(4, "0"),
  YY: (date) => two(date.getUTCFullYear() % 100),
  Q: (date) => String(Math.floor(date.getUTCMonth() / 3) + 1),
  MMMM: named({ month: "long" }),
  MMM: named({ month: "short" }),
  MM: (date) => two(date.getUTCMonth() + 1),
  Mo: (date) => ordinal(date.getUTCMonth() + 1),
  M: (date) => String(date.getUTCMonth() + 1),
  DDDD: (date) => String(dayOfYear(date)).padStart(3, "0"),
  DDD: (date) => String(dayOfYear(date)),
  DD: (date) => two(date.getUTCDate()),
  Do: (date) => ordinal(date.getUTCDate()),
  D: (date) => String(date.getUTCDate()),
  dddd: named({ weekday: "long" }),
  ddd: shortWeekday,
  dd: (date) => shortWeekday(date).slice(0, 2),
  do: (date) => ordinal(date.getUTCDay()),
  d: (date) => String(date.getUTCDay()),
  E: (date) => String(date.getUTCDay() || 7),
  WW: (date) => two(isoWeek(date)),
  W: (date) => String(isoWeek(date)),
  HH: (date) => two(date.getUTCHours()),
  H: (date) => String(date.getUTCHours()),
  hh: (date) => two(hour12(date)),
  h: (date) => String(hour12(date)),
  kk: (date) => two(date.getUTCHours() || 24),
  k: (date) => String(date.getUTCHours() || 24),
  mm: (date) => two(date.getUTCMinutes()),
  m: (date) => String(date.getUTCMinutes()),
  ss: (date) => two(date.getUTCSeconds()),
  s: (date) => String(date.getUTCSeconds()),
  A: (date) => noon(date).toUpperCase(),
  a: noon,
  ZZ: () => "+0000",
  Z: () => "+00:00",
  X: seconds,
  x: (date) => String(date.getTime()),
  LTS: named({ hour: "numeric", minute: "2-digit", second: "2-digit" }),
  LT: named({ hour: "numeric", minute: "2-digit" }),
  LLLL: named({ dateStyle: "full", timeStyle: "short" }),
  LLL: named({ dateStyle: "long", timeStyle: "short" }),
  LL: named({ dateStyle: "long" }),
  L: named({ year: "numeric", month: "2-digit", day: "2-digit" }),
  lll: named({ dateStyle: "medium", timeStyle: "short" }),
  ll: named({ dateStyle: "medium" }),
  l: named({ year: "numeric", month: "numeric", day: "numeric" }),
};

type Named = (date: Date, options: Required<DateFormatOptions>) => string;

const NAMED: Readonly<Record<string, Named | undefined>> = {
  localized: (date, { has }) =>
    new Intl.DateTimeFormat(undefined, {
      ...(has !== "time" && { dateStyle: "medium" }),
      ...(has !== "date" && { timeStyle: "short" }),
      timeZone: "UTC",
    }).format(date),
  iso8601: (date, { has }) => {
    const [day = "", time = ""] = date.toISOString().split("T");
    if (has === "date") return day;
    return has === "time" ? time.replace("Z", "") : `${day}T${time}`;
  },
  distance: (date, { now }) => distance(date.getTime() - now),
  calendar: (date, { has, now }) => {
    const days = Math.floor(date.getTime() / 86_400_000) - Math.floor(now / 86_400_000);
    const day = Math.abs(days) <= 1 ? capital(relative().format(days, "day")) : WORDS.LL?.(date);
    return has === "date" ? `${day}` : `${day} ${WORDS.HH?.(date)}:${WORDS.mm?.(date)}`;
  },
};

/** Units of time and the seconds in one, longest first. */
const UNITS = [
  ["year", 31_556_952],
  ["month", 2_629_746],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

function distance(ms: number): string {
  for (const [unit, length] of UNITS) {
    const count = Math.round(ms / 1000 / length);
    if (Math.abs(count) >= 1) return relative("always").format(count, unit);
  }
  return "now";
}

function relative(numeric: "auto" | "always" = "auto"): Intl.RelativeTimeFormat {
  return new Intl.RelativeTimeFormat("en", { numeric });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
