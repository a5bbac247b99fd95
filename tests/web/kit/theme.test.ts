import { describe, expect, it } from "vitest";
import {
  type Base,
  contrast,
  HUES,
  resolveTheme,
  type ThemeSection,
  type Tokens,
  themeProblems,
  themeTokens,
  tryParseColour,
} from "../../../web/src/kit/index.ts";

function ratio(tokens: Tokens, text: string, ground: string): number {
  const colours = [text, ground].map((name) => tryParseColour(tokens[`--ts-${name}`] ?? ""));
  const [one, other] = colours;
  if (one === undefined || other === undefined) throw new Error(`${text} or ${ground} is missing`);
  return contrast(one, other);
}

/** Every pair of colours that a person must be able to read, and how well. */
function expectReadable(tokens: Tokens): void {
  const pairs: [text: string, ground: string, atLeast: number][] = [
    ["muted", "page", 4.5],
    ["muted", "surface", 4.5],
    ["on-accent", "accent", 4.5],
    ["on-accent", "accent-hover", 4.5],
    ["accent-text", "page", 4.5],
    ["accent-text", "surface", 4.5],
    ["accent-text", "accent-soft", 4.5],
    ["link", "page", 4.5],
    ["code-text", "code-bg", 4.5],
    ["border", "page", 3],
    ...["info", "success", "warning", "error"].flatMap((state): typeof pairs => [
      [state, `${state}-bg`, 4.5],
      [state, "page", 4.5],
    ]),
    ...HUES.flatMap((hue): typeof pairs => [
      [`${hue}-text`, `${hue}-bg`, 4.5],
      [`${hue}-text`, "page", 4.5],
      [`${hue}-text`, "surface", 4.5],
    ]),
  ];
  const unreadable = pairs.filter(([text, ground, least]) => ratio(tokens, text, ground) < least);
  expect(unreadable).toEqual([]);
}

const AUTHORS_THEMES: Record<string, [ThemeSection, Base]> = {
  "nothing set, light": [{}, "light"],
  "nothing set, dark": [{}, "dark"],
  "a red accent": [{ primaryColor: "#ff4b4b" }, "light"],
  "a pale accent": [{ primaryColor: "#ffd700" }, "light"],
  "a dark accent on dark": [{ primaryColor: "#00008b" }, "dark"],
  "cream paper": [
    { backgroundColor: "#fdf6e3", secondaryBackgroundColor: "#eee8d5", textColor: "#073642" },
    "light",
  ],
  "black paper": [{ backgroundColor: "#000", textColor: "#0f0", primaryColor: "#0f0" }, "dark"],
  "paper of a middle grey": [{ backgroundColor: "#d0d0d0" }, "light"],
  "a dark page named light": [{ base: "light", backgroundColor: "#101820" }, "light"],
  "hues of its own": [
    { redColor: "#ffb3b3", yellowColor: "#fff000", blueColor: "#001f3f" },
    "light",
  ],
};

describe("theme colours", () => {
  it.each(Object.entries(AUTHORS_THEMES))(
    "%s: everything can be read",
    (_name, [options, base]) => {
      expectReadable(themeTokens(options, base));
    },
  );

  it("what the author named is taken as it is", () => {
    const tokens = themeTokens(
      {
        primaryColor: "#FF4B4B",
        backgroundColor: "white",
        borderColor: "#abc",
        redColor: "#e00000",
      },
      "light",
    );
    expect(tokens["--ts-accent"]).toBe("#ff4b4b");
    expect(tokens["--ts-line"]).toBe("#aabbcc");
    expect(tokens["--ts-red"]).toBe("#e00000");
  });

  it("an accent alone leaves paper, ink and states as they were", () => {
    const { overrides } = resolveTheme({ primaryColor: "#b3477d" }, "app", "light");
    expect(Object.keys(overrides).sort()).toEqual([
      "--ts-accent",
      "--ts-accent-hover",
      "--ts-accent-soft",
      "--ts-accent-text",
      "--ts-link",
    ]);
  });

  it("without options nothing differs from the style sheet", () => {
    for (const base of ["light", "dark"] as const) {
      expect(resolveTheme({}, base).overrides).toEqual({});
      expect(resolveTheme({}, base).sidebar).toEqual({});
    }
  });

  it("a colour that is none is ignored, and named with what would work", () => {
    const options = { primaryColor: "#12", textColor: 7 };
    expect(themeTokens(options, "light")).toEqual(themeTokens({}, "light"));
    expect(themeProblems(options)).toEqual([
      expect.stringContaining('theme.primaryColor = "#12" is not a CSS colour'),
      expect.stringContaining("theme.textColor = 7 is not a CSS colour"),
    ]);
  });

  it("charts take the author's colours and skip what is none", () => {
    const theme = resolveTheme({ chartCategoricalColors: ["#111111", "none at all", "#222222"] });
    expect(theme.charts.categorical).toEqual(["#111111", "#222222"]);
    expect(theme.tokens["--ts-series-2"]).toBe("#222222");
  });

  it("a ramp needs ten colours", () => {
    const ten = Array.from({ length: 10 }, (_, index) => `#0000${index}0`);
    expect(resolveTheme({ chartSequentialColors: ten }).charts.sequential).toEqual(ten);
    const standard = resolveTheme({}).charts.sequential;
    expect(resolveTheme({ chartSequentialColors: ten.slice(1) }).charts.sequential).toEqual(
      standard,
    );
  });
});

describe("which base a theme stands on", () => {
  it("the author's choice goes before the system's, the reader's before both", () => {
    expect(resolveTheme({ base: "dark" }, "app", "light").base).toBe("dark");
    expect(resolveTheme({ base: "dark" }, "system", "light").base).toBe("light");
    expect(resolveTheme({ base: "dark" }, "light", "dark").base).toBe("light");
    expect(resolveTheme({}, "app", "dark").base).toBe("dark");
  });

  it("a dark page makes a dark theme without a word", () => {
    expect(resolveTheme({ backgroundColor: "#101820" }, "app", "light").base).toBe("dark");
  });

  it("a reader who leaves the author's base keeps the accent and the type, not the paper", () => {
    const section = {
      backgroundColor: "#fdf6e3",
      textColor: "#586e75",
      primaryColor: "#b58900",
      font: "serif",
    };
    const { tokens } = resolveTheme(section, "dark");
    expect(tokens["--ts-page"]).toBe("#0f1419");
    expect(tokens["--ts-accent"]).toBe("#b58900");
    expect(tokens["--ts-font"]).toContain("Georgia");
    expectReadable(tokens);
  });

  it("tables for light and dark refine what both share", () => {
    const section = {
      primaryColor: "#b3477d",
      light: { backgroundColor: "#fffaf0" },
      dark: { backgroundColor: "#101010", primaryColor: "#ff9ecb" },
    };
    const light = resolveTheme(section, "light").tokens;
    const dark = resolveTheme(section, "dark").tokens;
    expect([light["--ts-page"], light["--ts-accent"]]).toEqual(["#fffaf0", "#b3477d"]);
    expect([dark["--ts-page"], dark["--ts-accent"]]).toEqual(["#101010", "#ff9ecb"]);
  });

  it("a sidebar has a page of its own, and only what differs is set on it", () => {
    const theme = resolveTheme({ sidebar: { backgroundColor: "#102030" } }, "light");
    expect(theme.sidebar["--ts-page"]).toBe("#102030");
    expect(theme.sidebar["--ts-sidebar"]).toBe("#102030");
    expect(theme.sidebar["--ts-font"]).toBeUndefined();
    expectReadable({ ...theme.tokens, ...theme.sidebar });
  });
});

describe("type and shape", () => {
  it.each([
    [{ baseRadius: "none" }, "--ts-radius", "0px"],
    [{ baseRadius: "0.5rem" }, "--ts-radius", "0.5rem"],
    [{ baseRadius: "12" }, "--ts-radius", "12px"],
    [{ baseRadius: "full" }, "--ts-radius-button", "24px"],
    [{ baseRadius: "full", buttonRadius: "small" }, "--ts-radius-button", "4px"],
    [{ baseFontSize: 18 }, "--ts-base", "18px"],
    [{ baseFontWeight: 300 }, "--ts-weight", "300"],
    [{ headingFontSizes: ["3rem", "2rem"] }, "--ts-size-h2", "2rem"],
    [{ headingFontWeights: [700] }, "--ts-weight-h1", "700"],
    [{ linkUnderline: false }, "--ts-link-line", "none"],
    [{ showWidgetBorder: false }, "--ts-border-width", "0px"],
  ])("%j sets %s to %s", (options, name, value) => {
    expect(themeTokens(options, "light")[name]).toBe(value);
  });

  it.each([
    ["sans-serif", /^"Inter Variable"/],
    ["monospace", /^"JetBrains Mono Variable"/],
    ["Nunito:https://fonts.example.org/css2?family=Nunito", /^"Nunito", "Inter Variable"/],
    ["'Space Mono', Georgia", /^'Space Mono', "Georgia", "Inter Variable"/],
  ])("the font %j becomes a stack with a stand-in", (font, stack) => {
    expect(themeTokens({ font }, "light")["--ts-font"]).toMatch(stack);
  });

  it.each([
    { baseRadius: "-3px" },
    { baseRadius: "10%" },
    { baseFontSize: "big" },
    { font: "a;}b{" },
  ])("%j cannot be used and changes nothing", (options) => {
    expect(themeTokens(options, "light")).toEqual(themeTokens({}, "light"));
  });
});
