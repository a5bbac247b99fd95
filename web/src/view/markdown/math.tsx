import { memo, useLayoutEffect, useRef } from "react";
import { useChunk } from "../assets.ts";
import "./math.css";

export interface MathProps {
  readonly tex: string;
  /** A line of its own instead of a place in the text. */
  readonly display?: boolean;
}

/** A formula. Until KaTeX is there, and when it cannot be had, its source is shown. */
export const MathText = memo(function MathText({ tex, display = false }: MathProps) {
  const katex = useChunk("katex").value;
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (katex && element.current) katex.drawMath(element.current, tex, display);
  }, [katex, tex, display]);
  // With the chunk the span belongs to KaTeX: React gives it no children and never looks inside.
  // The keys keep the two apart.
  return katex ? (
    <span key="drawn" className="ts-math" data-display={display || undefined} ref={element} />
  ) : (
    <code key="source" className="ts-math" data-display={display || undefined}>
      {tex}
    </code>
  );
});
