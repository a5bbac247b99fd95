import { decidingPrefixes } from "./distribution-names.ts";
import facts from "./impossible.json";
import { normalizeName } from "./requirement.ts";

/** Why a package cannot run in a browser, and what would serve instead where something does. */
export interface Impossibility {
  reason: string;
  instead?: string;
}

interface Row {
  names: string;
  reason: string;
  instead?: string;
}

/**
 * `tabstream check` reads the same file. A reason or a remedy that many share stands once, under
 * `texts`; `names` are distributions, told apart by spaces; `modules` have a distribution of
 * another name.
 */
const { packages, modules } = facts;
const texts: Readonly<Record<string, string>> = facts.texts;

const impossible = new Map<string, Impossibility>(
  packages.flatMap(({ names, reason, instead }: Row) => {
    const why = { reason: inWords(reason), ...(instead && { instead: inWords(instead) }) };
    return names.split(" ").map((name) => [name, why] as const);
  }),
);

export function whyImpossible(distribution: string): Impossibility | undefined {
  return impossible.get(normalizeName(distribution));
}

export function whyModuleImpossible(module: string): Impossibility | undefined {
  for (const part of decidingPrefixes(module)) {
    const why = impossible.get(
      normalizeName((modules as Readonly<Record<string, string>>)[part] ?? part),
    );
    if (why) return why;
  }
  return undefined;
}

function inWords(text: string): string {
  return texts[text] ?? text;
}
