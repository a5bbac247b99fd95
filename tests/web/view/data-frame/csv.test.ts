import { expect, it } from "vitest";
import { decodeFrame } from "../../../../web/src/protocol/frame.ts";
import { csvBytes, toCsv } from "../../../../web/src/view/data-frame/csv.ts";
import { readFields } from "../../../../web/src/view/data-frame/fields.ts";
import { frameOf, moments } from "../frames.ts";

it("a grid is saved as it stands there, with values that programs can read", () => {
  const table = decodeFrame(
    frameOf({
      price: [1234.5678901, null],
      'the "name"': ["a,b", "line\nend"],
      ok: [true, false],
      when: moments([0, 1500]),
    }),
  );
  const fields = readFields(table, {
    column_config: JSON.stringify({ price: { type_config: { type: "number", format: "dollar" } } }),
    column_order: null,
    hide_index: true,
  });
  expect(toCsv(fields, [1, 0])).toBe(
    'price,"the ""name""",ok,when\r\n' +
      ',"line\nend",False,1970-01-01 00:00:01.500\r\n' +
      '1234.5678901,"a,b",True,1970-01-01 00:00:00\r\n',
  );
});

it("the file says that it is UTF-8, so that spreadsheets believe it", () => {
  expect([...csvBytes("ü").slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});
