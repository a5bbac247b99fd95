/**
 * Reading a frame: columns of typed bytes, as py/tabstream/_protocol/elements/frame.py lays them out.
 *
 * Nothing is decoded before it is asked for: a grid of a million rows reads the thirty it shows, and
 * a chart takes whole columns as typed arrays that look into the bytes that arrived.
 */
import type { Bytes, ColumnData, Frame, FrameColumn } from "./elements.ts";

/**
 * One value. Moments and durations are numbers of milliseconds: since 1970 for "datetime" and
 * "date", since midnight for "time". "decimal" is its exact text, "json" its JSON text.
 */
export type Cell = string | number | bigint | boolean | null;

/** A whole column, null or NaN where a value is missing. */
export type Values = ArrayLike<number> | readonly Cell[];

export interface Column {
  readonly name: string;
  /** The headers, outermost level first. */
  readonly labels: FrameColumn["labels"];
  readonly type: ColumnData["type"];
  readonly zone: string | null;
  /** What a "category" can be, in order. */
  readonly categories: readonly Cell[] | null;
  cell(row: number): Cell;
  /** All values at once; made when first asked for. */
  values(): Values;
}

export interface FrameTable {
  readonly rows: number;
  readonly index: readonly Column[];
  readonly columns: readonly Column[];
  /** The column of this name, of the columns first, then of the index. */
  column(name: string): Column | undefined;
}

const decoded = new WeakMap<Frame, FrameTable>();

/** The table that a frame is; the same frame is always the same table. */
export function decodeFrame(frame: Frame): FrameTable {
  const known = decoded.get(frame);
  if (known) return known;
  const index = frame.index.map((column) => decodeColumn(column, frame.rows));
  const columns = frame.columns.map((column) => decodeColumn(column, frame.rows));
  const byName = new Map([...index, ...columns].map((column) => [column.name, column]));
  const table = {
    rows: frame.rows,
    index,
    columns,
    column: (name: string) => byName.get(name),
  };
  decoded.set(frame, table);
  return table;
}

/** Whether values of this type are quantities: right-aligned, sorted by size. */
export function isNumeric(type: ColumnData["type"]): boolean {
  return /^(u?int|float|decimal|range|timedelta)/.test(type);
}

function decodeColumn({ name, labels, data }: FrameColumn, rows: number): Column {
  const cell = cellReader(data, rows);
  let values: Values | undefined;
  return {
    name,
    labels,
    type: data.type,
    zone: data.zone,
    categories: data.categories && allCells(data.categories, data.category_count),
    cell,
    values() {
      values ??= wholeColumn(data, rows) ?? Array.from({ length: rows }, (_, row) => cell(row));
      return values;
    },
  };
}

type CellReader = (row: number) => Cell;

function cellReader(data: ColumnData, rows: number): CellReader {
  switch (data.type) {
    case "range":
      return (row) => data.start + row * data.step;
    case "null":
      return () => null;
    case "category":
      return categoryReader(data, rows);
    case "datetime":
    case "timedelta":
      return momentReader(data);
    case "string":
    case "decimal":
    case "bytes":
    case "json":
      return withNulls(data, textReader(data));
    case "bool": {
      const values = bytesOf(data.values);
      return withNulls(data, (row) => values[row] === 1);
    }
    case "date": {
      const days = new Int32Array(aligned(data.values, 4));
      return withNulls(data, (row) => (days[row] ?? 0) * MS_A_DAY);
    }
    case "time": {
      const microseconds = int64Numbers(data.values);
      return withNulls(data, (row) => (microseconds[row] ?? 0) / 1000);
    }
    case "int64":
    case "uint64":
      return withNulls(data, wholeNumberReader(data));
    default: {
      const numbers = typedArray(data);
      // NaN stands for a missing number in columns that have no other way to say so.
      return withNulls(data, (row) => {
        const number = numbers[row] ?? Number.NaN;
        return Number.isNaN(number) ? null : number;
      });
    }
  }
}

/** A column as one array, where that is cheaper than cell by cell. */
function wholeColumn(data: ColumnData, rows: number): Values | undefined {
  switch (data.type) {
    case "datetime":
    case "timedelta":
      return momentNumbers(data);
    case "int64":
    case "uint64":
      return withNaN(data, int64Numbers(data.values, data.type === "int64"));
    case "string":
      return splitTexts(data, rows);
    case "range":
      return Float64Array.from({ length: rows }, (_, row) => data.start + row * data.step);
    case "int8":
    case "int16":
    case "int32":
    case "uint8":
    case "uint16":
    case "uint32":
    case "float32":
    case "float64":
      return withNaN(data, typedArray(data));
    default:
      return undefined;
  }
}

// ---- numbers -----------------------------------------------------------------------------------

const MS_A_DAY = 86_400_000;

const NO_BYTES: Bytes = new Uint8Array(0);

function bytesOf(bytes: Bytes | null): Bytes {
  return bytes ?? NO_BYTES;
}

/** The bytes as a buffer that typed arrays can look into: copied only when they lie askew in theirs. */
function aligned(bytes: Bytes | null, size: number): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytesOf(bytes);
  if (byteOffset === 0 && byteLength === buffer.byteLength && byteLength % size === 0) {
    return buffer;
  }
  return buffer.slice(byteOffset, byteOffset + byteLength - (byteLength % size));
}

function typedArray({ type, values }: ColumnData): ArrayLike<number> {
  switch (type) {
    case "int8":
      return new Int8Array(aligned(values, 1));
    case "int16":
      return new Int16Array(aligned(values, 2));
    case "int32":
      return new Int32Array(aligned(values, 4));
    case "uint8":
      return new Uint8Array(aligned(values, 1));
    case "uint16":
      return new Uint16Array(aligned(values, 2));
    case "uint32":
      return new Uint32Array(aligned(values, 4));
    case "float32":
      return new Float32Array(aligned(values, 4));
    default:
      return new Float64Array(aligned(values, 8));
  }
}

/** 64-bit integers as numbers, rounded beyond 2^53; ten times as fast as through BigInt. */
function int64Numbers(bytes: Bytes | null, isSigned = true): Float64Array {
  const buffer = aligned(bytes, 8);
  const low = new Uint32Array(buffer);
  const high = isSigned ? new Int32Array(buffer) : low;
  const numbers = new Float64Array(low.length / 2);
  for (let row = 0; row < numbers.length; row++) {
    numbers[row] = (high[2 * row + 1] as number) * 2 ** 32 + (low[2 * row] as number);
  }
  return numbers;
}

/** Reads 64-bit integers exactly: a number where it can hold them, a BigInt where it cannot. */
function wholeNumberReader({ type, values }: ColumnData): CellReader {
  const buffer = aligned(values, 8);
  const numbers = type === "int64" ? new BigInt64Array(buffer) : new BigUint64Array(buffer);
  return (row) => {
    const exact = numbers[row] ?? 0n;
    const number = Number(exact);
    return Number.isSafeInteger(number) ? number : exact;
  };
}

function withNulls(data: ColumnData, read: CellReader): CellReader {
  const { nulls } = data;
  return nulls ? (row) => (nulls[row] ? null : read(row)) : read;
}

function withNaN(data: ColumnData, numbers: ArrayLike<number>): ArrayLike<number> {
  const { nulls } = data;
  if (!nulls) return numbers;
  return Float64Array.from(numbers, (number, row) => (nulls[row] ? Number.NaN : number));
}

// ---- moments -----------------------------------------------------------------------------------

const PER_MILLISECOND = { s: 0.001, ms: 1, us: 1_000, ns: 1_000_000 } as const;

/** What the smallest int64 is as a number: a moment that is missing. */
const NOT_A_TIME = -(2 ** 63);

function momentNumbers(data: ColumnData): Float64Array {
  const per = PER_MILLISECOND[data.unit ?? "ns"];
  return int64Numbers(data.values).map((count) =>
    count === NOT_A_TIME ? Number.NaN : count / per,
  );
}

function momentReader(data: ColumnData): CellReader {
  let moments: Float64Array | undefined;
  return (row) => {
    moments ??= momentNumbers(data);
    const moment = moments[row] ?? Number.NaN;
    return Number.isNaN(moment) ? null : moment;
  };
}

// ---- texts -------------------------------------------------------------------------------------

const decoder = new TextDecoder();

function textReader(data: ColumnData): CellReader {
  const bytes = bytesOf(data.values);
  const offsets = new Uint32Array(aligned(data.offsets, 4));
  // A zero stands behind every text.
  return (row) => decoder.decode(bytes.subarray(offsets[row], (offsets[row + 1] ?? 1) - 1));
}

/** All texts by one decoding; undefined when a text holds a zero itself. */
function splitTexts(data: ColumnData, rows: number): readonly Cell[] | undefined {
  const texts: Cell[] = decoder.decode(bytesOf(data.values)).split("\0");
  if (texts.length !== rows + 1) return undefined;
  texts.pop();
  const { nulls } = data;
  if (nulls) for (let row = 0; row < rows; row++) if (nulls[row]) texts[row] = null;
  return texts;
}

function categoryReader(data: ColumnData, rows: number): CellReader {
  const size = bytesOf(data.values).byteLength / Math.max(rows, 1);
  const buffer = aligned(data.values, 1);
  const codes =
    size === 1
      ? new Int8Array(buffer)
      : size === 2
        ? new Int16Array(buffer)
        : new Int32Array(buffer);
  const names = data.categories ? allCells(data.categories, data.category_count) : [];
  return (row) => names[codes[row] ?? -1] ?? null;
}

function allCells(data: ColumnData, count: number): readonly Cell[] {
  const read = cellReader(data, count);
  return Array.from({ length: count }, (_, place) => read(place));
}
