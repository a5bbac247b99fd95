/**
 * A span of time, in seconds, as Python writes it.
 *
 * @example
 * timespan(93_784); // "1 day, 2:03:04"
 */
export function timespan(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const time = [
    Math.floor(rest / 3600),
    two(Math.floor(rest / 60) % 60),
    two(Math.floor(rest) % 60),
  ].join(":");
  return days === 0 ? time : `${days} ${Math.abs(days) === 1 ? "day" : "days"}, ${time}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
