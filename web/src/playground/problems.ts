/** Where an app's exceptions are to be underlined. */
import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import { problemInWords, type ScriptProblem } from "../protocol/problems.ts";

/** The diagnostics of one file; a place that is not there any more is the nearest one. */
export function diagnosticsOf(
  problems: readonly ScriptProblem[],
  path: string,
  doc: Text,
): Diagnostic[] {
  return problems.flatMap((problem) => {
    const { place } = problem;
    if (place?.file !== path) return [];
    const line = doc.line(Math.min(Math.max(1, place.line), doc.lines));
    const indent = line.text.search(/\S|$/);
    const [first, last] = place.columns ?? [indent, line.length];
    const from = Math.min(line.from + first, line.to);
    // One that is nowhere in the line would not be seen.
    const to = Math.max(Math.min(line.from + last, line.to), Math.min(from + 1, line.to));
    return [{ from, to, severity: "error", message: problemInWords(problem) }];
  });
}
