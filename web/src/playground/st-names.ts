/** What the editor knows of `st.`: written by tools/generate_signatures.py from our own docstrings. */
import names from "./st-names.json";

export interface StName {
  name: string;
  kind: string;
  /** With its brackets; empty for what is not called. */
  signature: string;
  doc: string;
}

export const stNames: readonly StName[] = names;

const byName = new Map(stNames.map((one) => [one.name, one]));

export function findStName(name: string): StName | null {
  return byName.get(name) ?? null;
}

/** What a script calls `streamlit`: mostly `st`. */
export function aliasesIn(text: string): ReadonlySet<string> {
  const imports = text.matchAll(/^[ \t]*import (?:streamlit|tabstream)(?: as (\w+))?/gm);
  return new Set([...imports].map(([, alias]) => alias ?? "streamlit"));
}
