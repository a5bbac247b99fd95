/** Which options a typed text finds, and in which order. */
import type { Selectbox } from "../../protocol/elements.ts";

type FilterMode = NonNullable<Selectbox["filter_mode"]>;

/**
 * The places of the options that `typed` finds, best first.
 *
 * "contains" and "prefix" keep the author's order. "fuzzy" wants the typed characters in their order
 * only; what stands together, and at the beginning of words, comes first.
 */
export function findOptions(texts: readonly string[], typed: string, mode: FilterMode): number[] {
  const wanted = typed.toLowerCase();
  if (mode !== "fuzzy") {
    const finds = (text: string) =>
      mode === "prefix" ? text.startsWith(wanted) : text.includes(wanted);
    return texts.flatMap((text, place) => (finds(text.toLowerCase()) ? [place] : []));
  }
  const found: { place: number; score: number }[] = [];
  texts.forEach((text, place) => {
    const score = fuzzyScore(text.toLowerCase(), wanted);
    if (score > 0) found.push({ place, score });
  });
  // The sort is stable: of equally good ones the author's first comes first.
  return found.sort((a, b) => b.score - a.score).map(({ place }) => place);
}

/** How well a text has the wanted characters in their order; 0 when it has them not. */
function fuzzyScore(text: string, wanted: string): number {
  const at = text.indexOf(wanted);
  if (at >= 0) {
    const place = at === 0 ? 300 : isWordStart(text, at) ? 200 : 100;
    return 1000 + place + wanted.length / (text.length + 1);
  }
  let score = 1;
  let last = -1;
  for (const character of wanted) {
    const next = text.indexOf(character, last + 1);
    if (next < 0) return 0;
    if (next === last + 1) score += 3;
    if (isWordStart(text, next)) score += 2;
    last = next;
  }
  return score + wanted.length / (text.length + 1);
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}
