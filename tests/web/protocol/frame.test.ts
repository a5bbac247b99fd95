import { describe, expect, it } from "vitest";
import type { Bytes, Frame } from "../../../web/src/protocol/elements.ts";
import { type Cell, decodeFrame } from "../../../web/src/protocol/frame.ts";

interface Recording {
  frame: Frame;
  buffers: string[];
  cells: (Cell | { bigint: string })[][];
}

const FOLDER = "../../contract/frames/";
const recordings = import.meta.glob<string>("../../contract/frames/*.json", {
  eager: true,
  import: "default",
  query: "?raw",
});

function read(file: string): Recording {
  const text = recordings[FOLDER + file] ?? "";
  const { buffers } = JSON.parse(text) as Recording;
  const bytes = buffers.map(
    (base64): Bytes => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
  );
  return JSON.parse(text, (_, value) =>
    typeof value?.$buffer === "number" ? bytes[value.$buffer] : value,
  );
}

const exact = (cell: Cell | { bigint: string }): Cell =>
  typeof cell === "object" && cell !== null ? BigInt(cell.bigint) : cell;

const files = Object.keys(recordings).map((path): [string] => [path.slice(FOLDER.length)]);

describe.each(files)("the recorded frame %s", (file) => {
  const { frame, cells } = read(file);
  const table = decodeFrame(frame);
  const columns = [...table.index, ...table.columns];

  it("has the cells that Python says it has", () => {
    const found = columns.map((column) =>
      Array.from({ length: table.rows }, (_, row) => column.cell(row)),
    );
    expect(found).toEqual(cells.map((column) => column.map(exact)));
  });

  it("has the same values when whole columns are read", () => {
    for (const [place, column] of columns.entries()) {
      const values = Array.from(column.values() as ArrayLike<unknown>, (value) =>
        Number.isNaN(value) ? null : value,
      );
      const rounded = cells[place]?.map((cell) => {
        const value = exact(cell);
        return typeof value === "bigint" ? Number(value) : value;
      });
      expect(values, column.name).toEqual(rounded);
    }
  });
});

describe("a decoded frame", () => {
  it("looks into the bytes that arrived instead of copying them", () => {
    const bytes = new Uint8Array(new Float64Array([1, 2]).buffer);
    const data = {
      ...read("plain-values.json").frame.columns[1]?.data,
      nulls: null,
      values: bytes,
    };
    const frame = { rows: 2, index: [], columns: [{ name: "a", labels: ["a"], data }] } as Frame;
    const values = decodeFrame(frame).columns[0]?.values() as Float64Array | undefined;
    expect(values?.buffer).toBe(bytes.buffer);
  });

  it("is the same table for the same frame", () => {
    const { frame } = read("plain-values.json");
    expect(decodeFrame(frame)).toBe(decodeFrame(frame));
  });

  it("finds a column by its name, and headers with their levels", () => {
    const table = decodeFrame(read("headers-of-two-levels.json").frame);
    expect(table.column("('a', 'y')")?.labels).toEqual(["a", "y"]);
  });
});
