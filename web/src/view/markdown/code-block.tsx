/** Code in a box: coloured when the language is known, with a button that copies it. */

import { type CSSProperties, memo, type ReactNode, useMemo } from "react";
import { CopyButton } from "../../kit/index.ts";
import { useChunk } from "../assets.ts";
import type { CodeNode } from "./highlight-chunk.ts";
import { useScrollFocus } from "./scroll-focus.ts";
import "./code-block.css";

// Colouring takes time in proportion; a log of megabytes is shown at once, in one colour.
const MOST_COLOURED = 100_000;

export interface CodeBlockProps {
  readonly code: string;
  /** A highlight.js name or alias; text without one stays in one colour. */
  readonly language?: string | undefined;
  readonly lineNumbers?: boolean | undefined;
  /** Long lines wrap instead of scrolling. */
  readonly wrapLines?: boolean | undefined;
  /** In pixels; more code scrolls inside. */
  readonly height?: number | undefined;
}

export const CodeBlock = memo(function CodeBlock({
  code,
  language,
  lineNumbers = false,
  wrapLines = false,
  height,
}: CodeBlockProps) {
  const scroller = useScrollFocus<HTMLPreElement>();
  const nodes = useHighlighted(code, language);
  const style: CSSProperties | undefined = height === undefined ? undefined : { blockSize: height };
  return (
    <div className="ts-code" data-testid="stCode" data-wrap={wrapLines || undefined}>
      <pre className="ts-code-scroll" ref={scroller} style={style}>
        <code className={language && `language-${language}`}>
          {lineNumbers ? numbered(nodes) : nodes.map(draw)}
        </code>
      </pre>
      <CopyButton className="ts-code-copy" text={code} data-testid="stCodeCopyButton" />
    </div>
  );
});

function useHighlighted(code: string, language: string | undefined): readonly CodeNode[] {
  const name = language?.toLowerCase();
  const wanted = name !== undefined && !PLAIN.has(name) && code.length <= MOST_COLOURED;
  const highlighter = useChunk("highlight", wanted).value;
  return useMemo(
    () => (wanted && highlighter?.tryHighlight(code, name)) || [code],
    [highlighter, wanted, code, name],
  );
}

const PLAIN: ReadonlySet<string> = new Set(["", "text", "txt", "plain", "plaintext", "none"]);

function draw(node: CodeNode, key: number): ReactNode {
  if (typeof node === "string") return node;
  return (
    <span key={key} className={`ts-code-${node.kind}`}>
      {node.children.map(draw)}
    </span>
  );
}

// The numbers are counted by the style sheet, so that they are not selected and not copied.
function numbered(nodes: readonly CodeNode[]): ReactNode {
  const lines = linesOf(nodes);
  // A line end at the very end closes the last line and opens no other.
  if (lines.at(-1)?.every((node) => node === "")) lines.pop();
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
    <span key={index} className="ts-code-line">
      {line.map(draw)}
      {"\n"}
    </span>
  ));
}

/** Cuts a tree of code at its line ends; what spans several lines is opened anew in each. */
function linesOf(nodes: readonly CodeNode[]): CodeNode[][] {
  const lines: CodeNode[][] = [[]];
  const add = (node: CodeNode) => lines[lines.length - 1]?.push(node);
  for (const node of nodes) {
    const parts: CodeNode[][] =
      typeof node === "string"
        ? node.split("\n").map((part) => [part])
        : linesOf(node.children).map((children) => [{ kind: node.kind, children }]);
    for (const [index, part] of parts.entries()) {
      if (index > 0) lines.push([]);
      part.forEach(add);
    }
  }
  return lines;
}
