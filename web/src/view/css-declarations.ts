/** CSS that an author's Styler wrote, taken apart: no style attribute may be set from text under our policy. */
import type { CSSProperties } from "react";
import { formatColour, inkFor, tryParseColour } from "../kit/index.ts";

/** The declarations of a piece of CSS, as names and values. */
export function declarations(css: string): [name: string, value: string][] {
  return css.split(";").flatMap((declaration) => {
    const colon = declaration.indexOf(":");
    if (colon < 0) return [];
    return [[declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()]];
  });
}

/**
 * The declarations with a colour for the text, where they only give its ground: an author chose that for one
 * theme, and a person may have the other.
 */
export function readableDeclarations(css: string): [name: string, value: string][] {
  const given = declarations(css);
  const ground = given.find(([name]) => name === "background-color" || name === "background")?.[1];
  const colour = ground && tryParseColour(ground);
  if (!colour || given.some(([name]) => name === "color")) return given;
  return [...given, ["color", formatColour(inkFor(colour))]];
}

/** The declarations as React takes them. */
export function styleOf(css: string): CSSProperties {
  return Object.fromEntries(
    readableDeclarations(css).map(([name, value]) => [
      name.startsWith("--") ? name : name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()),
      value,
    ]),
  );
}
