/**
 * Colours as numbers: reading CSS colours, mixing them, and measuring whether one can be read on
 * another.
 */

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 };
const BLACK: Colour = { r: 0, g: 0, b: 0, a: 1 };

/** Reads a CSS colour, or answers undefined when it is none. */
export function tryParseColour(text: string): Colour | undefined {
  const css = text.trim().toLowerCase();
  return parseHex(css) ?? parseFunction(css) ?? parseByBrowser(css);
}

function parseHex(css: string): Colour | undefined {
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(css)?.[1];
  if (digits === undefined) return undefined;
  const wide = digits.length > 4 ? digits : digits.replace(/./g, "$&$&");
  const channel = (index: number) => Number.parseInt(wide.slice(2 * index, 2 * index + 2), 16);
  return {
    r: channel(0),
    g: channel(1),
    b: channel(2),
    a: wide.length === 8 ? channel(3) / 255 : 1,
  };
}

function parseFunction(css: string): Colour | undefined {
  const match = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(css);
  if (match === null) return undefined;
  const parts = (match[2] ?? "").split(/[\s,/]+/).filter(Boolean);
  const [first, second, third, alpha] = parts.map(Number.parseFloat);
  if (first === undefined || second === undefined || third === undefined) return undefined;
  if (parts.length > 4 || [first, second, third, alpha ?? 1].some(Number.isNaN)) return undefined;
  const a = clamp(alpha === undefined ? 1 : parts[3]?.endsWith("%") ? alpha / 100 : alpha, 0, 1);
  if (match[1] === "hsl") return fromHsl(first, second / 100, third / 100, a);
  const scale = (value: number, index: number) =>
    clamp(parts[index]?.endsWith("%") ? value * 2.55 : value, 0, 255);
  return { r: scale(first, 0), g: scale(second, 1), b: scale(third, 2), a };
}

function fromHsl(hue: number, saturation: number, lightness: number, a: number): Colour {
  const reach = clamp(saturation, 0, 1) * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const k = (((offset + hue / 30) % 12) + 12) % 12;
    return 255 * clamp(lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)), 0, 1);
  };
  return { r: channel(0), g: channel(8), b: channel(4), a };
}

// Names ("tomato") and newer notations are left to the browser, which knows them all. A canvas
// keeps its old fill style when it is handed nonsense, so two different starting points tell a
// colour from nonsense. The colour of the text around it is a colour there, but none that could be
// told here.
function parseByBrowser(css: string): Colour | undefined {
  if (typeof document === "undefined" || css === "" || css === "currentcolor") return undefined;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return undefined;
  const accepts = (start: string) => {
    context.fillStyle = start;
    context.fillStyle = css;
    return context.fillStyle;
  };
  if (accepts("#000000") !== accepts("#ffffff")) return undefined;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return { r, g, b, a: alpha / 255 };
}

/** Writes a colour as `#rrggbb`, or `#rrggbbaa` when light shines through it. */
export function formatColour(colour: Colour): string {
  const channels = [colour.r, colour.g, colour.b];
  if (colour.a < 1) channels.push(colour.a * 255);
  return `#${channels.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}

/** The colour that lies `share` of the way from one colour to another. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  const between = (a: number, b: number) => a + (b - a) * share;
  return {
    r: between(from.r, to.r),
    g: between(from.g, to.g),
    b: between(from.b, to.b),
    a: between(from.a, to.a),
  };
}

/** What is seen when a translucent colour lies on an opaque one. */
export function flatten(colour: Colour, ground: Colour): Colour {
  return mix({ ...ground, a: 1 }, { ...colour, a: 1 }, colour.a);
}

/** Relative luminance after WCAG 2: 0 is black, 1 is white. */
export function luminance(colour: Colour): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

/** Contrast ratio after WCAG 2, from 1 (the same) to 21 (black on white). */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * What to write with on this ground: white where it can be read, else nearly black with a tinge of
 * the ground.
 */
export function inkFor(ground: Colour): Colour {
  const dark = mix(BLACK, ground, 0.12);
  if (contrast(WHITE, ground) >= 4.5) return WHITE;
  return contrast(dark, ground) >= 4.5 ? dark : BLACK;
}

/**
 * The colour itself when it can be read on every one of the grounds; otherwise the nearest shade of
 * it that can, on the way to black or to white. When no shade reaches the ratio on all of them, the
 * best end of that way.
 */
export function readableOn(colour: Colour, grounds: readonly Colour[], ratio: number): Colour {
  const worst = (candidate: Colour) =>
    Math.min(...grounds.map((ground) => contrast(candidate, ground)));
  if (worst(colour) >= ratio) return colour;
  const end = worst(WHITE) >= worst(BLACK) ? WHITE : BLACK;
  return nearestShade(colour, end, (shade) => worst(shade) >= ratio);
}

/**
 * The first shade on the way between two colours that passes the test, to within half a percent.
 */
export function nearestShade(from: Colour, to: Colour, passes: (shade: Colour) => boolean): Colour {
  // Rounded before it is tested: what is written down is what was found good.
  const shade = (share: number) => rounded(mix(from, to, share));
  let [failing, passing] = [0, 1];
  while (passing - failing > 0.005) {
    const middle = (failing + passing) / 2;
    if (passes(shade(middle))) passing = middle;
    else failing = middle;
  }
  return shade(passing);
}

function rounded({ r, g, b, a }: Colour): Colour {
  return { r: Math.round(r), g: Math.round(g), b: Math.round(b), a };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
