import { describe, expect, it } from "vitest";
import {
  type PageAddress,
  parseAddress,
  RESERVED_PARAMETERS,
  writeAddress,
} from "../../../web/src/sources/sources.ts";

const SITE = "https://apps.example/play/";

const parse = (query: string, served?: string) => parseAddress(SITE + query, served);

it("an address without parameters opens the landing page", () => {
  expect(parse("")).toEqual({
    source: undefined,
    argv: [],
    isEmbedded: false,
    isEditing: false,
    embedOptions: [],
    isTraced: false,
    appQuery: [],
  });
});

it("script, arguments and the app's own parameters are told apart", () => {
  const address = parse("?script=app.py&arg=--city&arg=New%20York&arg=&city=Bern&city=Basel&x");
  expect(address.source).toEqual({ kind: "address", address: "app.py" });
  expect(address.argv).toEqual(["--city", "New York", ""]);
  expect(address.appQuery).toEqual([
    ["city", "Bern"],
    ["city", "Basel"],
    ["x", ""],
  ]);
});

it("no reserved name reaches the app", () => {
  const query = RESERVED_PARAMETERS.map((name) => `${name}=1`).join("&");
  expect(parse(`?${query}&own=1`).appQuery).toEqual([["own", "1"]]);
});

describe("embedding is asked for as in Streamlit", () => {
  it.each([
    ["?embed=true", true],
    ["?embed=True", true],
    ["?embed=false", false],
    ["?embed", false],
    ["?embed=1", false],
  ])("%s", (query, expected) => {
    expect(parse(query).isEmbedded).toBe(expected);
  });

  it("options repeat, know no capitals, and unknown ones are ignored", () => {
    const query =
      "?embed=true&embed_options=show_toolbar&embed_options=Dark_Theme&embed_options=nonsense&embed_options=show_toolbar";
    expect(parse(query).embedOptions).toEqual(["show_toolbar", "dark_theme"]);
  });
});

it.each([
  ["?theme=dark", { theme: "dark" }],
  ["?theme=Light", { theme: "light" }],
  ["?theme=pink", {}],
  ["?page=map", { page: "map" }],
  ["?trace", { isTraced: true }],
  ["?trace=true", { isTraced: true }],
  ["?trace=1", { isTraced: true }],
  ["?trace=false", { isTraced: false }],
])("%s", (query, expected) => {
  expect(parse(query)).toMatchObject(expected);
  if (!("theme" in expected)) expect(parse(query)).not.toHaveProperty("theme");
});

describe("what is opened", () => {
  it.each([
    ["#code=1.abc", { kind: "code", code: "1.abc" }],
    ["?arg=1#page&code=1.abc", { kind: "code", code: "1.abc" }],
    ["?code=1.abc", { kind: "code", code: "1.abc" }],
    ["?script=a.py#code=1.abc", { kind: "address", address: "a.py" }],
    ["?script=page:/guide#1", { kind: "page", name: "/guide" }],
    ["?script=page:/guide%231", { kind: "page", name: "/guide#1" }],
    ["?script=draft:new:a1", { kind: "draft", id: "new:a1" }],
    ["?script=", undefined],
    ["#section", undefined],
  ])("%s", (query, expected) => {
    expect(parse(query).source).toEqual(expected);
  });

  it("a gist that was pasted with its anchor keeps it", () => {
    const gist = "https://gist.github.com/ann/0123456789abcdef0123";
    expect(parse(`?script=${gist}#file-app-py`).source).toEqual({
      kind: "address",
      address: `${gist}#file-app-py`,
    });
  });

  it("the served app is opened unless the address names another", () => {
    const served = { kind: "served", manifest: "_app.json" };
    expect(parse("?x=1", "_app.json").source).toEqual(served);
    expect(parse("?script=a.py", "_app.json").source).toEqual({ kind: "address", address: "a.py" });
  });
});

describe("what is written is read again as the same", () => {
  const texts = [
    "",
    "a",
    "a b&c=d",
    "ä/ö?#+%",
    "--city=New York",
    "🐍",
    "https://h.example/a?b=c#d",
  ];
  const cases: PageAddress[] = texts.flatMap((text, index) => [
    {
      source: { kind: "address", address: text || "app.py" },
      argv: texts.slice(0, index),
      isEmbedded: index % 2 === 0,
      isEditing: index % 2 === 1,
      embedOptions: index % 3 === 0 ? ["show_padding", "light_theme"] : [],
      isTraced: index % 2 === 1,
      appQuery: texts.slice(index).map((value) => [`q${index % 2}${value}`, value] as const),
      ...(text && { page: text }),
      ...(index % 2 === 0 && { theme: "system" as const }),
    },
    {
      source: { kind: "code", code: "1.Ab-_9" },
      argv: [text],
      isEmbedded: false,
      isEditing: false,
      embedOptions: [],
      isTraced: false,
      appQuery: [["q", text]],
    },
  ]);
  it.each(cases)("case %#", (address) => {
    expect(parseAddress(writeAddress(address, `${SITE}?old=1#old`))).toEqual(address);
  });

  it("and stays legible", () => {
    const address = parse("?script=https%3A%2F%2Fgist.github.com%2Fann%2F1%23file-a-py&x=1");
    expect(writeAddress(address, SITE)).toBe(
      `${SITE}?script=https://gist.github.com/ann/1%23file-a-py&x=1`,
    );
  });
});
