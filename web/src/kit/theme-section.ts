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
  // Without a prototype, which a name such as `theme.__proto__.x` would lead to.
  const section: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(options)) {
    const [first, ...path] = name.split(".");
    const last = path.pop();
    if (first !== "theme" || last === undefined) continue;
    let table = section;
    for (const step of path) {
      // Where a name is both an option and a table, the table wins.
      const found = table[step];
      const inner = isTable(found) ? found : Object.create(null);
      table[step] = inner;
      table = inner;
    }
    table[last] = value;
  }
  return section;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
}
