/**
 * Themes: what an app's `[theme]` options and the reader's choice of light or dark come to.
 *
 * `tokens.css` already holds both base themes and follows the system by itself, so a theme only
 * carries what differs from it, as custom properties for the app's root. Charts and the grid, which
 * draw on a canvas, read the values from `Theme.tokens` and `Theme.charts` instead.
 */

import { luminance } from "./colour.ts";
import { type Base, CHART_COLOURS, type ChartColours, PALETTES } from "./palette.ts";
import { themeColours } from "./theme-colours.ts";
import {
  colourListOption,
  colourOption,
  namedBase,
  type ThemeOptions,
  type ThemeSection,
} from "./theme-options.ts";
import { themeType } from "./theme-type.ts";
import { MONO, SANS } from "./typefaces.ts";

/** What the reader chose in the menu: "app" is what the author wanted, else the system's own. */
export type ThemePreference = "app" | "system" | Base;

/** Names and values of custom properties. */
export type Tokens = Readonly<Record<string, string>>;

export interface Theme {
  readonly base: Base;
  /** Every colour and typeface, by custom property. */
  readonly tokens: Tokens;
  /** The custom properties that differ from `tokens.css`; they belong on the root element. */
  readonly overrides: Tokens;
  /** What differs further inside the sidebar. */
  readonly sidebar: Tokens;
  readonly charts: ChartColours;
}

// Options that only make sense on the base they were chosen for: a reader who switches a light
// theme to dark keeps its accent and its type, not its paper and ink.
const BOUND_TO_BASE: readonly string[] = [
  "backgroundColor",
  "secondaryBackgroundColor",
  "textColor",
  "borderColor",
  "linkColor",
  "codeBackgroundColor",
  "codeTextColor",
];

/**
 * All custom properties of a theme made from these options; without options, exactly those of
 * `tokens.css`.
 */
export function themeTokens(options: ThemeOptions, base: Base): Tokens {
  const tokens: Record<string, string> = { "--ts-font": SANS, "--ts-font-code": MONO };
  for (const [token, value] of Object.entries(themeColours(options, base))) {
    tokens[`--ts-${token}`] = value;
  }
  for (const [index, colour] of chartColours(options).categorical.entries()) {
    tokens[`--ts-series-${index + 1}`] = colour;
  }
  return Object.assign(tokens, themeType(options));
}

/**
 * The theme to show, from an app's `[theme]` section, the reader's preference and the system's
 * base.
 */
export function resolveTheme(
  section: ThemeSection = {},
  preference: ThemePreference = "app",
  system: Base = systemBase(),
): Theme {
  const wanted = authorsBase(section);
  const base =
    preference === "app" ? (wanted ?? system) : preference === "system" ? system : preference;
  const { light, dark, sidebar: commonSidebar, ...common } = section;
  const { sidebar: ownSidebar, ...own } = (base === "light" ? light : dark) ?? {};
  const fits = wanted === undefined || wanted === base;
  const options: ThemeOptions = { ...(fits ? common : withoutBound(common)), ...own };
  const tokens = themeTokens(options, base);
  const aside = { ...(fits ? commonSidebar : withoutBound(commonSidebar ?? {})), ...ownSidebar };
  return {
    base,
    tokens,
    overrides: difference(tokens, themeTokens({}, base)),
    sidebar: difference(sidebarTokens(options, aside, base), tokens),
    charts: chartColours(options),
  };
}

/** Puts a theme on an element of class `ts-root`, in place of the theme it had. */
export function applyTheme(element: HTMLElement, theme: Theme): void {
  element.dataset.theme = theme.base;
  for (const name of Array.from(element.style)) {
    if (name.startsWith("--ts-") && !(name in theme.overrides)) element.style.removeProperty(name);
  }
  for (const [name, value] of Object.entries(theme.overrides)) {
    element.style.setProperty(name, value);
  }
}

/** Whether the system asks for light or dark. */
export function systemBase(): Base {
  return darkQuery()?.matches ? "dark" : "light";
}

/**
 * Calls back when the system turns from light to dark or back; answers the function that ends it.
 */
export function watchSystemBase(onChange: () => void): () => void {
  const query = darkQuery();
  query?.addEventListener("change", onChange);
  return () => query?.removeEventListener("change", onChange);
}

function darkQuery(): MediaQueryList | undefined {
  return typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : undefined;
}

/** The base an author chose by name or by the colour of the page. */
function authorsBase(section: ThemeSection): Base | undefined {
  const page = colourOption(section, "backgroundColor");
  return namedBase(section) ?? (page && (luminance(page) < 0.2 ? "dark" : "light"));
}

function withoutBound(options: ThemeOptions): ThemeOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([name]) => !BOUND_TO_BASE.includes(name)),
  );
}

/** A sidebar with a theme of its own is a page on the sidebar's ground. */
function sidebarTokens(options: ThemeOptions, aside: ThemeOptions, base: Base): Tokens {
  if (Object.keys(aside).length === 0) return {};
  const ground =
    aside.backgroundColor ?? options.secondaryBackgroundColor ?? PALETTES[base].sidebar;
  // Heading sizes are a matter of the column, not of the theme: the main column's do not carry
  // over.
  const { headingFontSizes: _sizes, headingFontWeights: _weights, ...inherited } = options;
  const tokens = themeTokens({ ...inherited, ...aside, backgroundColor: ground }, base);
  return { ...tokens, "--ts-sidebar": tokens["--ts-page"] ?? "" };
}

function chartColours(options: ThemeOptions): ChartColours {
  const categorical = colourListOption(options, "chartCategoricalColors");
  const ramp = (
    name: "chartSequentialColors" | "chartDivergingColors",
    standard: readonly string[],
  ) => {
    const colours = colourListOption(options, name);
    return colours.length === 10 ? colours : standard;
  };
  return {
    categorical: categorical.length > 0 ? categorical : CHART_COLOURS.categorical,
    sequential: ramp("chartSequentialColors", CHART_COLOURS.sequential),
    diverging: ramp("chartDivergingColors", CHART_COLOURS.diverging),
  };
}

function difference(tokens: Tokens, from: Tokens): Tokens {
  return Object.fromEntries(Object.entries(tokens).filter(([name, value]) => from[name] !== value));
}
