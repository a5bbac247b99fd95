/**
 * Text that is no markdown at all, which is most text: it is recognised fast and skips the lexer.
 */

// One pass over the characters that can mean something, wherever they stand: emphasis, code, links,
// HTML, tables, entities, LaTeX, line breaks; a colon that may open a directive, an emoji or an
// address; then what only means something at the start of a line. A false alarm costs a little
// time, a miss would cost the markup.
const MARKUP =
  /[\\`*_[\]<>|~$&\n\t@]|:[\w/+-]|(?:^|\s)--(?:\s|$)|www\.|^\s|^#|^[-+=](?:\s|$|[-=])|^\d+[.)](?:\s|$)/;

/** Whether a text shows the same with and without markdown. */
export function isPlain(text: string): boolean {
  return !MARKUP.test(text);
}

const SYMBOLS: Readonly<Record<string, string>> = {
  "<-": "←",
  "->": "→",
  "<->": "↔",
  "--": "—",
  ">=": "≥",
  "<=": "≤",
  "~=": "≈",
};

/**
 * Puts arrows, dashes and relations in the place of their typewriter forms, where they stand alone.
 */
export function withSymbols(text: string): string {
  return text.replace(
    /(^|\s)(<->|<-|->|--|>=|<=|~=)(?=\s|$)/g,
    (_match, space: string, typed: string) => space + (SYMBOLS[typed] ?? typed),
  );
}
