import { findImports } from "../packages/packages.ts";

/** Whether a Python text is an app, and not a helper or something else altogether. */
export function isAppText(text: string): boolean {
  return findImports(text).some(({ module }) => /^(?:streamlit|tabstream)(?:\.|$)/.test(module));
}
