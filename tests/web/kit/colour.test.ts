import { describe, expect, it } from "vitest";
import {
  contrast,
  formatColour,
  inkFor,
  mix,
  readableOn,
  tryParseColour,
} from "../../../web/src/kit/index.ts";

function parse(text: string) {
  const colour = tryParseColour(text);
  if (colour === undefined) throw new Error(`${text} is no colour`);
  return colour;
}

describe("reading colours", () => {
  it.each([
    ["#0b6a8c", "#0b6a8c"],
    ["#ABC", "#aabbcc"],
    ["#0b6a8c80", "#0b6a8c80"],
    ["rgb(11, 106, 140)", "#0b6a8c"],
    ["rgb(11 106 140 / 50%)", "#0b6a8c80"],
    ["rgba(100%, 0%, 0%, 1)", "#ff0000"],
    ["hsl(0, 100%, 50%)", "#ff0000"],
    ["hsl(-240 100% 25%)", "#008000"],
    ["  #FFF ", "#ffffff"],
  ])("%s is %s", (written, expected) => {
    expect(formatColour(parse(written))).toBe(expected);
  });

  it.each(["", "#12", "#12345", "rgb(1, 2)", "rgb(a, b, c)", "url(x)", "var(--x)"])(
    "%j is no colour",
    (written) => {
      expect(tryParseColour(written)).toBeUndefined();
    },
  );
});

describe("measuring colours", () => {
  it("black on white has the greatest contrast there is", () => {
    expect(contrast(parse("#000"), parse("#fff"))).toBeCloseTo(21, 5);
    expect(contrast(parse("#0b6a8c"), parse("#0b6a8c"))).toBe(1);
  });

  it("ink is white where that can be read, else dark", () => {
    expect(formatColour(inkFor(parse("#0b6a8c")))).toBe("#ffffff");
    expect(formatColour(inkFor(parse("#f0c56b")))).toBe("#1d180d");
  });

  it("ink can be read on every ground there is", () => {
    for (let grey = 0; grey < 256; grey++) {
      const ground = { r: grey, g: grey, b: grey, a: 1 };
      expect(contrast(inkFor(ground), ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("a mixture lies between its two colours", () => {
    expect(formatColour(mix(parse("#000"), parse("#fff"), 0.5))).toBe("#808080");
  });
});

describe("making colours readable", () => {
  it("a colour that can be read stays as it is", () => {
    const accent = parse("#0b6a8c");
    expect(readableOn(accent, [parse("#fff")], 4.5)).toBe(accent);
  });

  it("a pale colour is darkened on white and lightened on black, and keeps its hue", () => {
    const onWhite = readableOn(parse("#ffd700"), [parse("#fff")], 4.5);
    const onBlack = readableOn(parse("#00008b"), [parse("#000")], 4.5);
    expect(contrast(onWhite, parse("#fff"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(onBlack, parse("#000"))).toBeGreaterThanOrEqual(4.5);
    expect(onWhite.r).toBeGreaterThan(onWhite.b);
    expect(onBlack.b).toBeGreaterThan(onBlack.r);
  });
});
