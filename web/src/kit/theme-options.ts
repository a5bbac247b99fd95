/**
 * What an app may set in the `[theme]` table of `.streamlit/config.toml`, and how such a table is
 * read.
 */

import { type Colour, tryParseColour } from "./colour.ts";
import type { Base, Hue } from "./palette.ts";

type HueOption = `${Hue}Color` | `${Hue}BackgroundColor` | `${Hue}TextColor`;

export type ColourOption =
  | "primaryColor"
  | "backgroundColor"
  | "secondaryBackgroundColor"
  | "textColor"
  | "borderColor"
  | "linkColor"
  | "codeBackgroundColor"
  | "codeTextColor"
  | HueOption;

type ListOption = "chartCategoricalColors" | "chartSequentialColors" | "chartDivergingColors";

/**
 * One `[theme]` table as TOML gives it. The values were typed by a person, so none is trusted to
 * have the right type; unknown names are allowed, because an app may be written for a newer
 * release.
 */
export interface ThemeOptions extends Partial<Record<ColourOption | ListOption, unknown>> {
  readonly base?: unknown;
  readonly font?: unknown;
  readonly headingFont?: unknown;
  readonly codeFont?: unknown;
  readonly baseFontSize?: unknown;
  readonly baseFontWeight?: unknown;
  readonly headingFontSizes?: unknown;
  readonly headingFontWeights?: unknown;
  readonly codeFontSize?: unknown;
  readonly codeFontWeight?: unknown;
  readonly metricValueFontSize?: unknown;
  readonly metricValueFontWeight?: unknown;
  readonly baseRadius?: unknown;
  readonly buttonRadius?: unknown;
  readonly linkUnderline?: unknown;
  readonly showWidgetBorder?: unknown;
  readonly showSidebarBorder?: unknown;
  readonly [name: string]: unknown;
}

/** The whole `[theme]` section: options for both bases, and tables that refine them. */
export interface ThemeSection extends ThemeOptions {
  readonly light?: ThemeOptions & { readonly sidebar?: ThemeOptions };
  readonly dark?: ThemeOptions & { readonly sidebar?: ThemeOptions };
  readonly sidebar?: ThemeOptions;
}

/** The base that the options name, or undefined when they leave it open. */
export function namedBase(options: ThemeOptions): Base | undefined {
  return options.base === "light" || options.base === "dark" ? options.base : undefined;
}

/** A colour option as numbers, or undefined when it is not set or not a colour. */
export function colourOption(options: ThemeOptions, name: ColourOption): Colour | undefined {
  const value = options[name];
  return typeof value === "string" ? tryParseColour(value) : undefined;
}

/** The valid colours of a list option, as they were written. */
export function colourListOption(options: ThemeOptions, name: ListOption): string[] {
  const value = options[name];
  if (!Array.isArray(value)) return [];
  return value.filter((item) => typeof item === "string" && tryParseColour(item) !== undefined);
}

/** One sentence for each colour option that cannot be read, for the app's author. */
export function themeProblems(options: ThemeOptions): string[] {
  return Object.entries(options)
    .filter(([name, value]) => /Color$/.test(name) && !isColour(value))
    .map(
      ([name, value]) =>
        `theme.${name} = ${JSON.stringify(value)} is not a CSS colour, so the default stays. ` +
        `Write it as "#0b6a8c", "rgb(11, 106, 140)" or "teal".`,
    );
}

function isColour(value: unknown): boolean {
  return typeof value === "string" && tryParseColour(value) !== undefined;
}
