// `tabstream check` reads the same file.
import facts from "./distribution-names.json";
import { normalizeName } from "./requirement.ts";

/** Modules whose distribution on the package index has a name of its own. */
const BY_MODULE: Readonly<Record<string, string>> = facts.byModule;

/** Distributions that are another one under a second name, as far as a script can tell. */
const SAME_AS: Readonly<Record<string, string>> = facts.sameAs;

/** Top-level names that many distributions share: the next parts tell which one it is. */
const SHARED = new Set(facts.shared);

/** The part of a dotted module name that decides which package it comes from. */
export function decidingPart(module: string): string {
  const parts = module.split(".");
  return parts.slice(0, SHARED.has(parts[0] as string) ? 3 : 1).join(".");
}

/** The distribution that most likely carries `module`, for a module that no lock knows. */
export function distributionOf(module: string): string {
  for (const part of decidingPrefixes(module)) {
    const known = BY_MODULE[part];
    if (known) return known;
  }
  return normalizeName(module);
}

export function canonicalName(distribution: string): string {
  const name = normalizeName(distribution);
  return SAME_AS[name] ?? name;
}

/** The longest first: `a.b.c`, `a.b`, `a`; without the last one where many packages share it. */
export function decidingPrefixes(module: string): string[] {
  const parts = module.split(".");
  const prefixes = parts.map((_, index) => parts.slice(0, parts.length - index).join("."));
  return prefixes.length > 1 && SHARED.has(parts[0] as string) ? prefixes.slice(0, -1) : prefixes;
}
