/** What the theme and the author say of all cells of a grid. */
import type { Theme } from "../../kit/index.ts";

export interface CellLook {
  /** What a missing value shows, and in which colour. */
  readonly missing: { readonly text: string; readonly colour: string };
  /**
   * The colour that an author named; null for the accent. "auto" depends on whether the value is a
   * good one.
   */
  colour(name: string | undefined, isGood: boolean): string | null;
}

export function cellLook({ tokens }: Theme, placeholder: string | null): CellLook {
  const token = (name: string) => tokens[`--ts-${name}`] ?? "";
  return {
    missing: { text: placeholder ?? "None", colour: token("muted") },
    colour(name, isGood) {
      switch (name) {
        case undefined:
        case "primary":
          return null;
        case "auto":
          return token(isGood ? "green" : "red");
        case "auto-inverse":
          return token(isGood ? "red" : "green");
        case "grey":
          return token("gray");
        default:
          return token(name) || name;
      }
    },
  };
}
