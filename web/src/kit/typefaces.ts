/**
 * The font stacks of the page. The first name of each is the web font of `fonts.css`, the second
 * its stand-in.
 */

export const SANS = '"Inter Variable", "Inter Fallback", system-ui, sans-serif';
export const SERIF = 'Charter, "Bitstream Charter", "Source Serif 4", Georgia, serif';
export const MONO = '"JetBrains Mono Variable", "JetBrains Mono Fallback", ui-monospace, monospace';

const GENERIC: Readonly<Record<string, string>> = {
  "sans-serif": SANS,
  "sans serif": SANS,
  serif: SERIF,
  monospace: MONO,
};

/**
 * The stack for a `font` option: a generic name, a family, a list of families, or
 * `Family:address-of-a-style-sheet`. The address is left out on purpose (the page loads no style
 * sheets from elsewhere), so such a family is used where the reader has it installed, and the
 * stand-in elsewhere.
 */
export function fontStack(option: unknown, standIn: string): string | undefined {
  if (typeof option !== "string" || option.trim() === "") return undefined;
  const generic = GENERIC[option.trim().toLowerCase()];
  if (generic !== undefined) return generic;
  const families = option
    .split(",")
    .map((family) => family.replace(/:\s*https?:.*$/i, "").trim())
    .filter((family) => /^["']?[\w\s.-]+["']?$/u.test(family))
    .map((family) => (/^["']/.test(family) ? family : JSON.stringify(family)));
  return families.length === 0 ? undefined : `${families.join(", ")}, ${standIn}`;
}
