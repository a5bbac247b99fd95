import { expect, it } from "vitest";
import { parseJson } from "../../../web/src/view/parse-json.ts";

it("JSON is read as Python writes it, with numbers that JSON does not have", () => {
  const text = '{"a": NaN, "b": [-Infinity, Infinity], "NaN": "say \\"NaN\\"", "c": 1}';
  expect(parseJson(text).value).toEqual({
    a: Number.NaN,
    b: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    NaN: 'say "NaN"',
    c: 1,
  });
});

it("what is no JSON says why", () => {
  expect(parseJson("{bad").error).toMatch(/JSON/);
  expect(parseJson('{"a": NaN').error).toMatch(/./);
});
