/**
 * Dates and times as people read them: by the names that authors give formats, or by a pattern such as "D MMM YYYY".
 *
 * A moment is a number of milliseconds since 1970. Without a zone it is a date and a time as they stand on a calendar and
 * a clock somewhere, and is shown as they stand.
 */

export type MomentKind = "datetime" | "date" | "time";

const DEFAULT_PATTERNS: Readonly<Record<MomentKind, string>> = {
  datetime: "YYYY-MM-DD HH:mm:ss",
  date: "YYYY-MM-DD",
  time: "HH:mm:ss",
};

const LOCAL_STYLES: Readonly<Record<MomentKind, Intl.DateTimeFormatOptions>> = {
  datetime: { dateStyle: "medium", timeStyle: "short" },
  date: { dateStyle: "medium" },
  time: { timeStyle: "short" },
};

/** A moment written in a format; `now` is what "distance" and "calendar" count from. */
export function formatMoment(
  moment: number,
  kind: MomentKind,
  format?: string | null,
  zone?: string | null,
  now: number = Date.now(),
): string {
  switch (format) {
    case "localized":
      return intl(LOCAL_STYLES[kind], zone).format(moment);
    case "distance":
      return distance(moment - now);
    case "calendar":
      return calendar(moment, now, zone);
    case "iso8601":
      return iso(moment, kind, zone);
    default:
      return byPattern(moment, format ?? defaultPattern(moment, kind, zone), zone);
  }
}

function defaultPattern(moment: number, kind: MomentKind, zone?: string | null): string {
  const pattern = DEFAULT_PATTERNS[kind];
  const milliseconds = kind !== "date" && moment % 1000 !== 0 ? ".SSS" : "";
  return pattern + milliseconds + (zone && kind === "datetime" ? "Z" : "");
}

function iso(moment: number, kind: MomentKind, zone?: string | null): string {
  if (kind === "date") return byPattern(moment, "YYYY-MM-DD", zone);
  if (kind === "time") return byPattern(moment, "HH:mm:ss.SSS", zone);
  return byPattern(moment, zone ? "YYYY-MM-DDTHH:mm:ss.SSSZ" : "YYYY-MM-DDTHH:mm:ss.SSS", zone);
}

// ---- patterns ----------------------------------------------------------------------------------

/** The letters of a pattern; what stands in brackets is kept as it is. */
const TOKENS =
  /\[([^\]]*)\]|YYYY|YY|Q|MMMM|MMM|MM|M|WW|W|Do|DDDD|DDD|DD|D|dddd|ddd|d|HH|H|hh|h|kk|k|mm|m|ss|s|S{1,6}|A|a|ZZ|Z|X|x|LLLL|LLL|LL|LTS|LT|L/g;

interface Clock {
  /** The moment as if the zone's clock were UTC's, to be read by the UTC getters. */
  date: Date;
  offset_minutes: number;
  moment: number;
  zone: string | null | undefined;
}

function byPattern(moment: number, pattern: string, zone?: string | null): string {
  const clock = readClock(moment, zone);
  return pattern.replace(TOKENS, (token: string, quoted: string | undefined) =>
    quoted === undefined ? writeToken(token, clock) : quoted,
  );
}

function writeToken(token: string, clock: Clock): string {
  const { date } = clock;
  const hour = date.getUTCHours();
  const hour12 = hour % 12 || 12;
  switch (token) {
    case "YYYY":
      return two(date.getUTCFullYear(), 4);
    case "YY":
      return two(date.getUTCFullYear() % 100);
    case "Q":
      return String(Math.floor(date.getUTCMonth() / 3) + 1);
    case "MMMM":
      return intl({ month: "long" }).format(date);
    case "MMM":
      return intl({ month: "short" }).format(date);
    case "MM":
      return two(date.getUTCMonth() + 1);
    case "M":
      return String(date.getUTCMonth() + 1);
    case "WW":
    case "W":
      return two(weekOfYear(date), token.length);
    case "Do":
      return ordinal(date.getUTCDate());
    case "DDDD":
    case "DDD":
      return two(dayOfYear(date), token === "DDDD" ? 3 : 1);
    case "DD":
      return two(date.getUTCDate());
    case "D":
      return String(date.getUTCDate());
    case "dddd":
      return intl({ weekday: "long" }).format(date);
    case "ddd":
      return intl({ weekday: "short" }).format(date);
    case "d":
      return String(date.getUTCDay());
    case "HH":
      return two(hour);
    case "H":
      return String(hour);
    case "hh":
      return two(hour12);
    case "h":
      return String(hour12);
    case "kk":
      return two(hour || 24);
    case "k":
      return String(hour || 24);
    case "mm":
      return two(date.getUTCMinutes());
    case "m":
      return String(date.getUTCMinutes());
    case "ss":
      return two(date.getUTCSeconds());
    case "s":
      return String(date.getUTCSeconds());
    case "A":
      return hour < 12 ? "AM" : "PM";
    case "a":
      return hour < 12 ? "am" : "pm";
    case "Z":
      return offset(clock.offset_minutes, ":");
    case "ZZ":
      return offset(clock.offset_minutes, "");
    case "X":
      return String(Math.floor(clock.moment / 1000));
    case "x":
      return String(Math.floor(clock.moment));
    case "L":
      return intl({ dateStyle: "short" }, clock.zone).format(clock.moment);
    case "LL":
      return intl({ dateStyle: "long" }, clock.zone).format(clock.moment);
    case "LLL":
      return intl({ dateStyle: "long", timeStyle: "short" }, clock.zone).format(clock.moment);
    case "LLLL":
      return intl({ dateStyle: "full", timeStyle: "short" }, clock.zone).format(clock.moment);
    case "LTS":
      return intl({ timeStyle: "medium" }, clock.zone).format(clock.moment);
    case "LT":
      return intl({ timeStyle: "short" }, clock.zone).format(clock.moment);
    default:
      return fraction(clock.moment, token.length); // S, SS, SSS …
  }
}

function readClock(moment: number, zone?: string | null): Clock {
  const offset_minutes = zone ? offsetOf(moment, zone) : 0;
  return { date: new Date(moment + offset_minutes * 60_000), offset_minutes, moment, zone };
}

/** How far a zone's clock is ahead of UTC at a moment. */
function offsetOf(moment: number, zone: string): number {
  const fixed = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (fixed) {
    const [, sign, hours, minutes] = fixed;
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  }
  const parts = intl(
    {
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    },
    zone,
  ).formatToParts(moment);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const clock = Date.UTC(
    read("year"),
    read("month") - 1,
    read("day"),
    read("hour"),
    read("minute"),
    read("second"),
  );
  return Math.round((clock - Math.floor(moment / 1000) * 1000) / 60_000);
}

function offset(minutes: number, colon: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${colon}${two(size % 60)}`;
}

function two(number: number, length = 2): string {
  return String(number).padStart(length, "0");
}

function fraction(moment: number, digits: number): string {
  const microseconds = Math.round((((moment % 1000) + 1000) % 1000) * 1000);
  return two(microseconds, 6).slice(0, digits);
}

function dayOfYear(date: Date): number {
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  return Math.floor((date.getTime() - start) / 86_400_000) + 1;
}

/** The week by ISO 8601: it belongs to the year that its Thursday is in. */
function weekOfYear(date: Date): number {
  const thursday = new Date(date);
  thursday.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  return Math.ceil(dayOfYear(thursday) / 7);
}

function ordinal(day: number): string {
  const last = day % 10;
  if (Math.floor(day / 10) === 1 || last === 0 || last > 3) return `${day}th`;
  return `${day}${["st", "nd", "rd"][last - 1]}`;
}

// ---- words -------------------------------------------------------------------------------------

const SPANS = [
  ["year", 31_557_600_000],
  ["month", 2_629_800_000],
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

let relative: Intl.RelativeTimeFormat | undefined;

/** "3 days ago", "in 2 hours". */
function distance(milliseconds: number): string {
  relative ??= new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
  const [unit, size] = SPANS.find(([, span]) => Math.abs(milliseconds) >= span) ?? SPANS[6];
  return relative.format(Math.round(milliseconds / size), unit);
}

/** "Today at 10:30", "Yesterday at …", else the date. */
function calendar(moment: number, now: number, zone?: string | null): string {
  const day = (at: number) => Math.floor(readClock(at, zone).date.getTime() / 86_400_000);
  relative ??= new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
  const days = day(moment) - day(now);
  const time = intl({ timeStyle: "short" }, zone).format(moment);
  if (Math.abs(days) > 6) return intl({ dateStyle: "medium" }, zone).format(moment);
  const word =
    Math.abs(days) < 2
      ? relative.format(days, "day")
      : intl({ weekday: "long" }, zone).format(moment);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}, ${time}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function intl(options: Intl.DateTimeFormatOptions, zone?: string | null): Intl.DateTimeFormat {
  const key = JSON.stringify([options, zone]);
  const known = formats.get(key);
  if (known) return known;
  const format = makeFormat(options, zone || "UTC");
  formats.set(key, format);
  return format;
}

function makeFormat(options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(undefined, { ...options, timeZone });
  } catch {
    // A zone that the browser does not know, such as one that Python made up.
    return new Intl.DateTimeFormat(undefined, { ...options, timeZone: "UTC" });
  }
}
