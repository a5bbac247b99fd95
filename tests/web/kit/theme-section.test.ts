import { expect, it } from "vitest";
import { themeSection } from "../../../web/src/kit/index.ts";

it("dotted names become the tables they came from", () => {
  const options = { "theme.base": "dark", "theme.sidebar.textColor": "#fff", "server.port": 1 };
  expect(JSON.parse(JSON.stringify(themeSection(options)))).toEqual({
    base: "dark",
    sidebar: { textColor: "#fff" },
  });
});

it("a name that means something to JavaScript changes nothing but the section", () => {
  themeSection({
    "theme.__proto__.polluted": 1,
    "theme.constructor.prototype.polluted": 2,
    "theme.sidebar.__proto__.polluted": 3,
  });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it("where a name is an option and a table, the table wins", () => {
  const section = themeSection({ "theme.a": 1, "theme.a.b": 2 } as Record<string, unknown>);
  expect(JSON.parse(JSON.stringify(section))).toEqual({ a: { b: 2 } });
});
