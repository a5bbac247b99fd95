/** `try`: in the body of a `try`. `fallback`: in one of its `except` blocks. */
export type ImportGuard = "try" | "fallback";

type BlockKind = ImportGuard | "typing";

/** Statements that open a block whose imports are not plain ones. */
const OPENERS: readonly [statement: RegExp, kind: BlockKind][] = [
  [/try\s*:/y, "try"],
  [/with\s+(?:contextlib\s*\.\s*)?suppress\s*\(/y, "try"],
  [/except\b/y, "fallback"],
  [/if\s+(?:\w+\s*\.\s*)?TYPE_CHECKING\s*:/y, "typing"],
];
const LINE_START = /([ \t\f\ufeff]*)([^\s#])/y;

/** Follows, by indentation alone, which guarded blocks the current line of a Python file is in. */
export class GuardBlocks {
  readonly #open: { indent: number; kind: BlockKind }[] = [];

  /** To be told of each statement's first line: the blocks before it end, and it may open one. */
  beginLine(source: string, lineStart: number): void {
    LINE_START.lastIndex = lineStart;
    const found = LINE_START.exec(source);
    if (!found) return; // A blank line or a comment ends no block.
    const indent = (found[1] as string).length;
    while ((this.#open.at(-1)?.indent ?? -1) >= indent) this.#open.pop();
    if (!"twei".includes(found[2] as string)) return;
    for (const [statement, kind] of OPENERS) {
      statement.lastIndex = lineStart + indent;
      if (statement.test(source)) this.#open.push({ indent, kind });
    }
  }

  /** Whether this line is for type checkers alone and never runs. */
  get isTypingOnly(): boolean {
    return this.#has("typing");
  }

  get guard(): ImportGuard | undefined {
    return (["fallback", "try"] as const).find((kind) => this.#has(kind));
  }

  #has(kind: BlockKind): boolean {
    return this.#open.some((block) => block.kind === kind);
  }
}
