import { GuardBlocks, type ImportGuard } from "./guard-blocks.ts";
import { Cursor } from "./python-cursor.ts";
import { STRING_START, skipString } from "./python-strings.ts";

export interface PythonImport {
  /** The dotted name as written, without the dots of a relative import. */
  module: string;
  /** How many dots lead a relative import; 0 for an absolute one. */
  level: number;
  /** What `from module import ...` names: they may be modules too. */
  names: readonly string[];
  line: number;
  /** Set when the script expects that this import may fail. */
  guard?: ImportGuard;
}

/** All that can change the meaning of what follows; the rest of the code is leapt over. */
const LANDMARK = /["'#\n\\()[\]{}]|\b(?:import|from)\b/g;

/**
 * Finds the imports of a Python file without parsing it.
 *
 * `import` is a reserved word, so wherever it stands outside strings and comments it is an import
 * statement: no grammar is needed. Blocks are followed only so far as to tell an import that must
 * work from one that the script itself has an answer for. Behind the last `import` nothing is
 * read, which spares most of a usual script.
 */
export function findImports(source: string): PythonImport[] {
  const imports: PythonImport[] = [];
  const blocks = new GuardBlocks();
  const cursor = new Cursor(source);
  const lastImport = source.lastIndexOf("import");
  let depth = 0;

  blocks.beginLine(source, 0);
  while (cursor.position <= lastImport) {
    LANDMARK.lastIndex = cursor.position;
    const found = LANDMARK.exec(source);
    if (!found) break;
    const sign = found[0];
    cursor.position = LANDMARK.lastIndex;
    switch (sign) {
      case "\n":
        cursor.line += 1;
        if (depth === 0) blocks.beginLine(source, cursor.position);
        break;
      case "#":
        cursor.position = endOfLine(source, cursor.position);
        break;
      case "\\":
        // The next line continues this one, so it begins no statement.
        if (/^\r?\n/.test(source.slice(cursor.position, cursor.position + 2))) {
          cursor.moveTo(endOfLine(source, cursor.position) + 1);
        }
        break;
      case '"':
      case "'":
        cursor.moveTo(endOfString(source, found.index));
        break;
      case "import":
      case "from":
        if (isLetterBefore(source, found.index)) break;
        // A bracket that was never closed would otherwise hide every block below it.
        if (sign === "import") depth = 0;
        for (const statement of readImport(cursor, sign)) {
          if (blocks.isTypingOnly) continue;
          imports.push({ ...statement, ...(blocks.guard && { guard: blocks.guard }) });
        }
        break;
      default:
        depth = Math.max(0, depth + ("([{".includes(sign) ? 1 : -1));
    }
  }
  return imports;
}

function readImport(cursor: Cursor, word: "import" | "from"): PythonImport[] {
  const { line } = cursor;
  if (word === "import") {
    return cursor.readNames().map((module) => ({ module, level: 0, names: [], line }));
  }
  const dotted = cursor.readDotted();
  if (!dotted || !cursor.tryTake("import")) return []; // `yield from x`, `raise a from b`
  const level = dotted.search(/[^.]|$/);
  return [{ module: dotted.slice(level), level, names: cursor.readNames(), line }];
}

function endOfString(source: string, quoteAt: number): number {
  let start = quoteAt;
  while (/\w/.test(source[start - 1] ?? "")) start -= 1;
  STRING_START.lastIndex = start;
  // A word that is no prefix, as in `return"x"`, is not part of the string.
  if (!STRING_START.test(source)) start = quoteAt;
  STRING_START.lastIndex = start;
  const opening = STRING_START.exec(source)?.[0] as string;
  return skipString(source, opening, start + opening.length);
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf("\n", from);
  return end < 0 ? source.length : end;
}

/** `\b` knows ASCII alone, and Python's names may end in any letter. */
function isLetterBefore(source: string, index: number): boolean {
  return /[\u0080-\ufefe]/.test(source[index - 1] ?? "");
}
