import { describe, expect, it } from "vitest";
import { decodeFrame } from "../../../../web/src/protocol/frame.ts";
import { shownText } from "../../../../web/src/view/data-frame/field-text.ts";
import { readFields } from "../../../../web/src/view/data-frame/fields.ts";
import { frameOf, jsons, moments } from "../frames.ts";

const table = decodeFrame(
  frameOf({
    price: [1.25, null, 3],
    name: ["a", "b", "c"],
    ok: [true, false, true],
    when: moments([0, 86_400_000, 5]),
    tags: jsons([["x"], [], ["y", "z"]]),
  }),
);

function fields(config: object = {}, order: string[] | null = null, hide_index = true) {
  return readFields(table, {
    column_config: JSON.stringify(config),
    column_order: order,
    hide_index,
  });
}

describe("the columns of a grid", () => {
  it("are drawn as their values are", () => {
    expect(fields().map(({ name, kind }) => [name, kind])).toEqual([
      ["price", "number"],
      ["name", "text"],
      ["ok", "checkbox"],
      ["when", "datetime"],
      ["tags", "list"],
    ]);
  });

  it("stand in the author's order and leave out what is not in it", () => {
    expect(fields({}, ["name", "price", "name", "nowhere"]).map(({ name }) => name)).toEqual([
      "name",
      "price",
    ]);
  });

  it("are hidden, named and pinned by name or by place", () => {
    const shown = fields({ name: { hidden: true }, "_pos:0": { label: "Price", pinned: true } });
    expect(shown.map(({ title, isPinned }) => [title, isPinned])).toEqual([
      ["Price", true],
      ["ok", false],
      ["when", false],
      ["tags", false],
    ]);
  });

  it("begin with the index, which is pinned, unless it is hidden", () => {
    expect(fields({ _index: { label: "No" } }, null, false)[0]).toMatchObject({
      title: "No",
      isIndex: true,
      isPinned: true,
      alignment: "right",
    });
    expect(fields({ _index: { hidden: true } }, null, false)[0]?.name).toBe("price");
  });

  it("are drawn as the author wants where the values can be", () => {
    const config = (type: string) => ({ type_config: { type } });
    const shown = fields({
      price: config("progress"),
      name: config("number"),
      ok: config("text"),
      tags: config("bar_chart"),
      when: config("date"),
    });
    expect(shown.map(({ kind }) => kind)).toEqual([
      "progress",
      "text",
      "text",
      "date",
      "bar_chart",
    ]);
  });

  it("have the author's width, by name or in pixels", () => {
    const [price, name] = fields({ price: { width: "small" }, name: { width: 123 } });
    expect([price?.width, name?.width]).toEqual([75, 123]);
  });

  it("write their cells in the author's format", () => {
    const [price, , , when] = fields({
      price: { type_config: { type: "number", format: "dollar" } },
      when: { type_config: { type: "date", format: "D.M.YY" } },
    });
    expect(price && shownText(price, 1.25)).toBe("$1.25");
    expect(when && shownText(when, 86_400_000)).toBe("2.1.70");
  });
});
