import katex from "katex";
import "katex/dist/katex-swap.css";

/**
 * Draws a formula into an element.
 *
 * It builds DOM nodes: KaTeX's HTML string carries style attributes, which a strict content policy
 * refuses. A formula that cannot be read is drawn as its source in the colour of errors. Commands
 * that link or load stay off.
 */
export function drawMath(element: HTMLElement, tex: string, display: boolean): void {
  katex.render(tex, element, {
    displayMode: display,
    throwOnError: false,
    errorColor: "var(--ts-error)",
    strict: "ignore",
    trust: false,
  });
}
