/** A grid as a CSV file: what it shows, in the order it shows it. */
import { plainText } from "./field-text.ts";
import type { Field } from "./fields.ts";

/** The text of the file; `rows` are the frame's rows in the order they are shown. */
export function toCsv(fields: readonly Field[], rows: Iterable<number>): string {
  const lines = [fields.map((field) => quoted(field.title)).join(",")];
  for (const row of rows) {
    lines.push(fields.map((field) => quoted(plainText(field, field.column.cell(row)))).join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}

/** The bytes of the file. The mark at its start makes spreadsheets read it as UTF-8. */
export function csvBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`\uFEFF${text}`);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
