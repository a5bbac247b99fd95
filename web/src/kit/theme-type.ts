/** The part of a theme that is not colour: typefaces, sizes, weights and corners. */

import type { ThemeOptions } from "./theme-options.ts";
import { fontStack, MONO, SANS } from "./typefaces.ts";

const RADII: Readonly<Record<string, number>> = {
  none: 0,
  small: 4,
  medium: 8,
  large: 16,
  full: 24,
};

/**
 * The custom properties that the options set; none for an option that is missing or cannot be used.
 */
export function themeType(options: ThemeOptions): Record<string, string> {
  const properties: Record<string, string | undefined> = {
    "--ts-font": fontStack(options.font, SANS),
    "--ts-font-heading": fontStack(options.headingFont ?? options.font, SANS),
    "--ts-font-code": fontStack(options.codeFont, MONO),
    "--ts-base": pixels(options.baseFontSize),
    "--ts-weight": weight(options.baseFontWeight),
    "--ts-size-code": length(options.codeFontSize),
    "--ts-weight-code": weight(options.codeFontWeight),
    "--ts-size-metric": length(options.metricValueFontSize),
    "--ts-weight-metric": weight(options.metricValueFontWeight),
    "--ts-link-line": options.linkUnderline === false ? "none" : undefined,
    "--ts-border-width": options.showWidgetBorder === false ? "0px" : undefined,
    "--ts-sidebar-line": options.showSidebarBorder === false ? "0px" : undefined,
    ...corners(options),
  };
  for (const [index, level] of [1, 2, 3, 4, 5, 6].entries()) {
    properties[`--ts-size-h${level}`] = length(at(options.headingFontSizes, index));
    properties[`--ts-weight-h${level}`] = weight(at(options.headingFontWeights, index));
  }
  return Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function corners(options: ThemeOptions): Record<string, string | undefined> {
  const base = radius(options.baseRadius);
  return {
    "--ts-radius": base,
    "--ts-radius-card": base && `calc(${base} * 1.5)`,
    "--ts-radius-button": radius(options.buttonRadius) ?? base,
  };
}

function radius(option: unknown): string | undefined {
  const named = typeof option === "string" ? RADII[option.trim().toLowerCase()] : undefined;
  return named === undefined ? length(option) : `${named}px`;
}

/** "10px", "0.5rem"; a bare number, quoted or not, counts as pixels. */
function length(option: unknown): string | undefined {
  if (typeof option === "number") return pixels(option);
  if (typeof option !== "string") return undefined;
  const match = /^(\d*\.?\d+)(px|rem)?$/.exec(option.trim().toLowerCase());
  return match === null ? undefined : `${match[1]}${match[2] ?? "px"}`;
}

function pixels(option: unknown): string | undefined {
  return typeof option === "number" && option >= 0 && Number.isFinite(option)
    ? `${option}px`
    : undefined;
}

function weight(option: unknown): string | undefined {
  return typeof option === "number" && option >= 100 && option <= 900 ? `${option}` : undefined;
}

/** One item of a list option; a single value stands for the first. */
function at(option: unknown, index: number): unknown {
  return Array.isArray(option) ? option[index] : index === 0 ? option : undefined;
}
