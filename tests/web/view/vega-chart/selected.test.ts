import { expect, it } from "vitest";
import { selectedValue } from "../../../../web/src/view/vega-chart/selected.ts";

it("selected points are a list of their fields", () => {
  const value = { sex: ["f", "m"], vlPoint: { or: [{ sex: "f", _vgsid_: 3 }, { sex: "m" }] } };
  expect(selectedValue(value)).toEqual([{ sex: "f" }, { sex: "m" }]);
});

it("a selected interval is the ends of each field", () => {
  expect(selectedValue({ a: [1, 2], t: [new Date(5), new Date(6)] })).toEqual({
    a: [1, 2],
    t: [5, 6],
  });
});

it("nothing selected is nothing", () => {
  expect(selectedValue(null)).toEqual({});
  expect(selectedValue({})).toEqual({});
});
