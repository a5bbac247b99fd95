/** A place on the screen that something is hung on: the canvas has no element there. */
import type { Ref } from "react";

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function GridAnchor({ ref, bounds }: { ref: Ref<HTMLSpanElement>; bounds: Bounds }) {
  return (
    <span
      ref={ref}
      className="ts-grid-anchor"
      style={{
        insetInlineStart: bounds.x,
        insetBlockStart: bounds.y,
        inlineSize: bounds.width,
        blockSize: bounds.height,
      }}
    />
  );
}
