/** What makes our own lines quick: less is computed for each point, and crowded ones are drawn thin. */
import type { Spec } from "vega";
import type { Row } from "./chart-rows.ts";
import type { Window } from "./thin.ts";

/** The signal that holds the lines' width. */
export const LINE_WIDTH = "line_width";

const NORMAL = 2;

/** A browser strokes a line of one pixel twenty times as fast as a wider one, and a crowd of them looks clearer. */
const THIN = 1;

/** Change a compiled specification of lines or areas. */
export function lightenLines(spec: Spec): void {
  spec.signals = [...(spec.signals ?? []), { name: LINE_WIDTH, value: NORMAL }];
  lightenMarks(spec.marks ?? []);
}

/** How wide the lines of these rows are drawn. */
export function lineWidth(rows: readonly Row[], { pixels }: Window): number {
  const points = new Map<unknown, number>();
  for (const { color } of rows) points.set(color, (points.get(color) ?? 0) + 1);
  return Math.max(0, ...points.values()) > pixels ? THIN : NORMAL;
}

function lightenMarks(marks: NonNullable<Spec["marks"]>): void {
  for (const mark of marks) {
    if ("marks" in mark) lightenMarks(mark.marks ?? []);
    const update = mark.encode?.update;
    if (update === undefined || (mark.type !== "line" && mark.type !== "area")) continue;
    // Vega-Lite looks by an expression whether a point has a value; our rows say so themselves.
    if (update.defined) update.defined = { field: "defined" };
    if (mark.type === "line") update.strokeWidth = { signal: LINE_WIDTH };
  }
}
