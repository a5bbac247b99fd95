/** What was selected in a chart, as the script gets it. */
import type { Json } from "../../protocol/messages.ts";

/** The selections by parameter: points as a list, an interval as the ends by field. */
export type Selected = { selection: Record<string, Json> };

/** A parameter's value, without what Vega keeps in it for itself. */
export function selectedValue(value: unknown): Json {
  if (typeof value !== "object" || value === null) return {};
  const { vlPoint, ...fields } = value as { vlPoint?: { or?: unknown } };
  if (vlPoint) return plain(vlPoint.or ?? []);
  return plain(fields);
}

/** Dates are milliseconds to the script; what is no data is left out. */
function plain(value: unknown): Json {
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value).filter(([name]) => !name.startsWith("_vgsid"));
    return Object.fromEntries(parts.map(([name, part]) => [name, plain(part)]));
  }
  if (typeof value === "string" || typeof value === "boolean") return value;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
