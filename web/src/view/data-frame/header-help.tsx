/** A column's explanation, while the pointer is on its header. */
import { RichText } from "../markdown/index.ts";
import type { Bounds } from "./grid-anchor.tsx";

export interface HelpPlace {
  readonly text: string;
  /** The header on the screen. */
  readonly bounds: Bounds;
}

export function HeaderHelp({ place: { text, bounds } }: { place: HelpPlace }) {
  return (
    <div
      role="tooltip"
      className="ts-tooltip ts-grid-help"
      style={{ insetInlineStart: bounds.x + 8, insetBlockStart: bounds.y + bounds.height + 4 }}
    >
      <RichText text={text} />
    </div>
  );
}
