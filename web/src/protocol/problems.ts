/** The exceptions that an app shows, as its page hears of them. */

/** An exception in the author's code. */
export interface ScriptProblem {
  /** The exception's class; empty when the author hides it. */
  kind: string;
  text: string;
  /** Where it was raised, or does not compile; null when that is not in the author's files. */
  place: ScriptPlace | null;
}

export interface ScriptPlace {
  /** A path in the app's folder. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Where the part at fault begins and ends in its line; null when that is not known. */
  columns: [from: number, to: number] | null;
}

/** As Python ends a traceback. */
export function problemInWords({ kind, text }: Pick<ScriptProblem, "kind" | "text">): string {
  return kind ? `${kind}: ${text}` : text;
}
