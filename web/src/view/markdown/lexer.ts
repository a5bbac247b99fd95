/**
 * From markdown to tokens: GitHub's flavour by marked, and the few forms of our own as extensions
 * of it.
 */

import { Marked, type Token, type TokenizerExtension, type Tokens } from "marked";
import { type Directive, tryReadDirective } from "./directives.ts";

/** The tokens that our extensions add to marked's. */
export type OwnToken =
  | { type: "directive"; raw: string; directive: Directive; tokens: Token[] }
  | { type: "emoji"; raw: string; name: string }
  | { type: "icon"; raw: string; name: string }
  | { type: "math"; raw: string; tex: string; display: boolean };

const directive: TokenizerExtension = {
  name: "directive",
  level: "inline",
  start: (source) => source.search(/:[a-z]+(?:-[a-z]+)?\[/),
  tokenizer(source) {
    const match = tryReadDirective(source);
    return (
      match && {
        type: "directive",
        raw: match.raw,
        directive: match.directive,
        tokens: this.lexer.inlineTokens(match.inner),
      }
    );
  },
};

const icon: TokenizerExtension = {
  name: "icon",
  level: "inline",
  start: (source) => source.indexOf(":material/"),
  tokenizer(source) {
    const match = /^:material\/([a-z\d_]+):/.exec(source);
    return match ? { type: "icon", raw: match[0], name: match[1] } : undefined;
  },
};

// Whether there is an emoji of that name is only known once the table is there, so every `:word:`
// becomes a token that may fall back to its text. Not after a letter or a digit, though: "10:30:00"
// has no emoji in it.
const EMOJI = /:([a-z\d_+-]+):/;

const emoji: TokenizerExtension = {
  name: "emoji",
  level: "inline",
  start: (source) => source.search(EMOJI),
  tokenizer(source, tokens) {
    const match = EMOJI.exec(source);
    if (match?.index !== 0) return undefined;
    const before = tokens.at(-1);
    if (before?.type === "text" && /[\p{L}\d]$/u.test(before.raw)) return undefined;
    return { type: "emoji", raw: match[0], name: match[1] };
  },
};

// A dollar opens a formula when no space follows and closes it when no space goes before and no
// digit follows: "$5 and $10" is money.
const MATH =
  /^(?:\$\$((?:\\[\s\S]|[^\\$])+)\$\$|\$(?![\s$])((?:\\[\s\S]|[^\\$])+?)(?<!\s)\$(?!\d))/;

const math: TokenizerExtension = {
  name: "math",
  level: "inline",
  start: (source) => source.indexOf("$"),
  tokenizer(source) {
    const match = MATH.exec(source);
    const tex = match?.[1] ?? match?.[2];
    return tex === undefined
      ? undefined
      : { type: "math", raw: match?.[0] ?? "", tex: tex.trim(), display: false };
  },
};

const mathBlock: TokenizerExtension = {
  name: "mathBlock",
  level: "block",
  // Asked once a paragraph about all the text that follows, so it must be quick.
  start(source) {
    const index = source.indexOf("\n$$");
    return index === -1 ? index : index + 1;
  },
  tokenizer(source) {
    const match = /^ {0,3}\$\$((?:(?!\$\$)[\s\S])+)\$\$[ \t]*(?:\n+|$)/.exec(source);
    return match?.[1] === undefined
      ? undefined
      : { type: "math", raw: match[0], tex: match[1].trim(), display: true };
  },
};

const marked = new Marked({
  gfm: true,
  // Where the lexer cannot go on it stops and reports; an exception would take the whole element
  // off the page.
  silent: true,
  extensions: [directive, icon, emoji, math, mathBlock],
});

/** The blocks of a document. */
export function lex(text: string): Token[] {
  return marked.lexer(text);
}

/** A text of one line, where nothing is a block: "# 1" is a hash and a number. */
export function lexInline(text: string): Token[] {
  return new marked.Lexer(marked.defaults).inlineTokens(text);
}

/** The tokens directly inside of a token, in reading order. */
export function childTokens(token: Token): readonly Token[] {
  if (token.type === "list") return (token as Tokens.List).items;
  if (token.type === "table") {
    const { header, rows } = token as Tokens.Table;
    return [header, ...rows].flat().flatMap((cell) => cell.tokens);
  }
  return (token as Tokens.Generic).tokens ?? [];
}
