/**
 * Walks over Python string literals without evaluating them.
 *
 * The one hard case is the f-string: since Python 3.12 a replacement field may hold any
 * expression, also strings with the quotes that the f-string itself began with. So fields and
 * strings are walked by two functions that call each other.
 */

/** The start of a string literal: an optional prefix and its opening quotes. */
export const STRING_START = /(?:[rR][bBfFtT]?|[bBfFtT][rR]?|[uU])?(?:"""|'''|"|')/y;

/** What matters inside a string, by the quote that encloses it; the rest is leapt over. */
const STOP_AT: Record<string, RegExp> = { '"': /["\\\n{]/g, "'": /['\\\n{]/g };

/** The index just behind the string whose opening (prefix and quotes) ends at `start`. */
export function skipString(source: string, opening: string, start: number): number {
  const quotes = opening.replace(/^[a-zA-Z]*/, "");
  const hasFields = /^[a-zA-Z]*[fFtT]/.test(opening);
  const stops = STOP_AT[quotes[0] as string] as RegExp;
  let index = start;
  for (;;) {
    stops.lastIndex = index;
    const found = stops.exec(source);
    if (!found) return source.length;
    index = found.index;
    const char = found[0];
    if (char === "\\") {
      // In an f-string `\{` is a backslash and the start of a field.
      index += hasFields && source[index + 1] === "{" ? 1 : 2;
    } else if (char === "\n" && quotes.length === 1) {
      return index; // An unfinished string ends with its line, so the next line is read again.
    } else if (char === quotes[0] && source.startsWith(quotes, index)) {
      return index + quotes.length;
    } else if (char === "{" && hasFields && source[index + 1] !== "{") {
      index = skipField(source, quotes, index + 1);
    } else {
      index += char === "{" && hasFields ? 2 : 1;
    }
  }
}

/** The index just behind the replacement field that begins at `start`, after its brace. */
function skipField(source: string, outerQuotes: string, start: number): number {
  let depth = 0;
  let index = start;
  while (index < source.length) {
    const char = source[index] as string;
    if (/[\w\u0080-\uffff"']/.test(char)) {
      index = skipStringOrName(source, index);
    } else if (char === "#") {
      const lineEnd = source.indexOf("\n", index);
      index = lineEnd < 0 ? source.length : lineEnd;
    } else if (char === "}" && depth === 0) {
      return index + 1;
    } else if (char === ":" && depth === 0) {
      return skipFormat(source, outerQuotes, index + 1);
    } else {
      if ("([{".includes(char)) depth += 1;
      if (")]}".includes(char)) depth -= 1;
      index += 1;
    }
  }
  return source.length;
}

/** A format specification is text up to the closing brace, with further fields inside. */
function skipFormat(source: string, outerQuotes: string, start: number): number {
  let index = start;
  while (index < source.length) {
    const char = source[index];
    if (char === "}") return index + 1;
    if (char === "\n" && outerQuotes.length === 1) return index;
    if (char === outerQuotes[0] && source.startsWith(outerQuotes, index)) return index;
    index = char === "{" ? skipField(source, outerQuotes, index + 1) : index + 1;
  }
  return source.length;
}

const WORD = /[\w\u0080-\uffff]+/y;

function skipStringOrName(source: string, start: number): number {
  STRING_START.lastIndex = start;
  const opening = STRING_START.exec(source)?.[0];
  if (opening) return skipString(source, opening, start + opening.length);
  WORD.lastIndex = start;
  return start + (WORD.exec(source)?.[0].length ?? 1);
}
