/** Frames as Python would send them, made of plain values. */
import type { Bytes, ColumnData, Frame, FrameColumn } from "../../../web/src/protocol/elements.ts";

type Plain = readonly (number | null)[] | readonly (string | null)[] | readonly boolean[];

const NO_DATA: ColumnData = {
  type: "null",
  values: null,
  offsets: null,
  nulls: null,
  unit: null,
  zone: null,
  categories: null,
  category_count: 0,
  ordered: false,
  start: 0,
  step: 1,
};

/** A frame with these columns, and with a counted index unless another is given. */
export function frameOf(columns: Record<string, Plain | ColumnData>, index?: FrameColumn[]): Frame {
  const lengths = Object.values(columns).flatMap((values) =>
    Array.isArray(values) ? values.length : [],
  );
  const counted = { name: "", labels: [null], data: { ...NO_DATA, type: "range" as const } };
  return {
    rows: lengths[0] ?? 0,
    index: index ?? [counted],
    columns: Object.entries(columns).map(([name, values]) => columnOf(name, values)),
  };
}

export function columnOf(name: string, values: Plain | ColumnData): FrameColumn {
  const data = Array.isArray(values) ? dataOf(values as Plain) : (values as ColumnData);
  return { name, labels: [name], data };
}

/** Moments in milliseconds, as a column of them travels. */
export function moments(milliseconds: readonly number[], zone: string | null = null): ColumnData {
  const counts = BigInt64Array.from(milliseconds, (moment) => BigInt(moment));
  return { ...NO_DATA, type: "datetime", values: bytesOf(counts), unit: "ms", zone };
}

/** Texts that hold JSON. */
export function jsons(values: readonly unknown[]): ColumnData {
  return { ...dataOf(values.map((value) => JSON.stringify(value))), type: "json" };
}

/** Categories in an order that means something. */
export function categories(codes: readonly number[], names: readonly string[]): ColumnData {
  return {
    ...NO_DATA,
    type: "category",
    values: bytesOf(Int8Array.from(codes)),
    categories: dataOf(names),
    category_count: names.length,
    ordered: true,
  };
}

function dataOf(plain: Plain): ColumnData {
  const values: readonly unknown[] = plain;
  const nulls = values.some((value) => value === null)
    ? Uint8Array.from(values, (value) => Number(value === null))
    : null;
  if (values.some((value) => typeof value === "string")) {
    const texts = values.map((value) => (value === null ? "" : String(value)));
    const encoder = new TextEncoder();
    const offsets = [0];
    for (const text of texts) offsets.push((offsets.at(-1) ?? 0) + encoder.encode(text).length + 1);
    return {
      ...NO_DATA,
      type: "string",
      values: encoder.encode(texts.map((text) => `${text}\0`).join("")),
      offsets: bytesOf(Uint32Array.from(offsets)),
      nulls,
    };
  }
  if (values.some((value) => typeof value === "boolean")) {
    return { ...NO_DATA, type: "bool", values: Uint8Array.from(values, Number), nulls };
  }
  const numbers = Float64Array.from(values, (value) =>
    value === null ? Number.NaN : Number(value),
  );
  return { ...NO_DATA, type: "float64", values: bytesOf(numbers) };
}

function bytesOf(values: ArrayBufferView<ArrayBuffer>): Bytes {
  return new Uint8Array(values.buffer);
}
