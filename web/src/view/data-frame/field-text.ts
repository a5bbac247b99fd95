/** What a cell says: as it is shown, and as it is copied and saved. */
import type { Cell } from "../../protocol/frame.ts";
import { formatMoment } from "../format/moment.ts";
import { duration, formatExact, formatNumber } from "../format/number.ts";
import type { Field } from "./fields.ts";

/** The text of a cell as it is shown. */
export function shownText(field: Field, cell: Cell): string {
  if (cell === null) return "";
  const { column, config, kind } = field;
  if (kind === "datetime" || kind === "date" || kind === "time") {
    const zone = config.timezone ?? column.zone;
    return typeof cell === "number" ? formatMoment(cell, kind, config.format, zone) : String(cell);
  }
  if (column.type === "timedelta" && typeof cell === "number" && !config.format) {
    return duration(cell / 1000);
  }
  switch (typeof cell) {
    case "number":
      return formatNumber(amount(field, cell), config.format, config.step);
    case "bigint":
      return formatExact(cell, config.format);
    case "boolean":
      return cell ? "True" : "False";
    default:
      if (column.type === "decimal") return formatExact(cell, config.format);
      return labelOf(field, cell);
  }
}

/** The text of a cell as a spreadsheet or a program reads it. */
export function plainText(field: Field, cell: Cell): string {
  if (cell === null) return "";
  const { type, zone } = field.column;
  if (typeof cell !== "number") return typeof cell === "boolean" ? titleCase(cell) : String(cell);
  if (type === "datetime") return formatMoment(cell, "datetime", null, zone);
  if (type === "date" || type === "time") return formatMoment(cell, type);
  if (type === "timedelta") return duration(cell / 1000);
  return String(cell);
}

/** The items of a list cell; undefined when it is none. */
export function listItems(cell: Cell): readonly unknown[] | undefined {
  if (typeof cell !== "string") return undefined;
  if (!cell.startsWith("[")) return cell.split(",").map((item) => item.trim());
  try {
    const items: unknown = JSON.parse(cell);
    return Array.isArray(items) ? items : undefined;
  } catch {
    return undefined;
  }
}

/** A cell as a number: seconds for a duration, which is held in milliseconds. */
export function numberOf(field: Field, cell: Cell): number | undefined {
  if (cell === null || typeof cell === "string") {
    return field.column.type === "decimal" && cell !== null ? Number(cell) : undefined;
  }
  return amount(field, Number(cell));
}

function amount(field: Field, value: number): number {
  return field.column.type === "timedelta" ? value / 1000 : value;
}

function labelOf({ config }: Field, text: string): string {
  return config.options?.find(({ value }) => value === text)?.label ?? text;
}

function titleCase(value: boolean): string {
  return value ? "True" : "False";
}
