/** CSS that an author's Styler wrote, taken apart: no style attribute may be set from text under our policy. */
import type { CSSProperties } from "react";

/** The declarations of a piece of CSS, as names and values. */
export function declarations(css: string): [name: string, value: string][] {
  return css.split(";").flatMap((declaration) => {
    const colon = declaration.indexOf(":");
    if (colon < 0) return [];
    return [[declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()]];
  });
}

/** The declarations as React takes them. */
export function styleOf(css: string): CSSProperties {
  return Object.fromEntries(
    declarations(css).map(([name, value]) => [
      name.startsWith("--") ? name : name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()),
      value,
    ]),
  );
}
