/** The options `theme.…` of an app's config, as the table that they came from. */
import type { ThemeSection } from "./theme-options.ts";

/**
 * Turn dotted names into the tables they came from.
 *
 * @example
 * themeSection({ "theme.base": "dark", "theme.sidebar.textColor": "#fff" });
 * // { base: "dark", sidebar: { textColor: "#fff" } }
 */
export function themeSection(options: Readonly<Record<string, unknown>>): ThemeSection {
  const section: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    const [first, ...path] = name.split(".");
    const last = path.pop();
    if (first !== "theme" || last === undefined) continue;
    let table = section;
    for (const step of path) {
      const inner = (table[step] ?? {}) as Record<string, unknown>;
      table[step] = inner;
      table = inner;
    }
    table[last] = value;
  }
  return section;
}
