/**
 * The directives that markdown has here beyond GitHub's: coloured text, grounds, badges, small
 * text, shimmer.
 */

import type { Hue } from "../../kit/index.ts";

export type TextHue = Hue | "rainbow" | "primary";

/** What a directive does to the text in its brackets. */
export type Directive =
  | { readonly kind: "text" | "background" | "badge"; readonly hue: TextHue }
  | { readonly kind: "small" | "shimmer" }
  | { readonly kind: "color"; readonly foreground?: string; readonly background?: string };

export interface DirectiveMatch {
  readonly directive: Directive;
  /** The markdown between the brackets. */
  readonly inner: string;
  /** All of it, from the colon to the last bracket. */
  readonly raw: string;
}

const OPENING =
  /^:(?:(red|orange|yellow|green|blue|violet|gray|grey|rainbow|primary)(-background|-badge)?|(small|shimmer|color))\[/;

const ATTRIBUTES = /^\{([^{}\n]*)\}/;
const ATTRIBUTE = /(foreground|background)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads the directive that starts at the first character, or answers undefined when there is none.
 */
export function tryReadDirective(source: string): DirectiveMatch | undefined {
  const opening = OPENING.exec(source);
  if (opening === null) return undefined;
  const start = opening[0].length;
  const end = closingBracket(source, start);
  if (end === undefined) return undefined;
  const [, hue, suffix, other] = opening;
  const inner = source.slice(start, end);
  if (hue !== undefined) {
    const kind = suffix === "-background" ? "background" : suffix === "-badge" ? "badge" : "text";
    const name = (hue === "grey" ? "gray" : hue) as TextHue;
    return { directive: { kind, hue: name }, inner, raw: source.slice(0, end + 1) };
  }
  if (other === "small" || other === "shimmer") {
    return { directive: { kind: other }, inner, raw: source.slice(0, end + 1) };
  }
  const attributes = ATTRIBUTES.exec(source.slice(end + 1));
  return {
    directive: { kind: "color", ...readAttributes(attributes?.[1] ?? "") },
    inner,
    raw: source.slice(0, end + 1 + (attributes?.[0].length ?? 0)),
  };
}

function readAttributes(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    if (name !== undefined) values[name] = double ?? single ?? "";
  }
  return values;
}

/**
 * Where the bracket that is open at `start` closes. Brackets in code spans and after a backslash do
 * not count.
 */
function closingBracket(source: string, start: number): number | undefined {
  let depth = 1;
  for (let index = start; index < source.length; index++) {
    const character = source[index];
    if (character === "\\") index++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return index;
    else if (character === "`") index = endOfCodeSpan(source, index);
  }
  return undefined;
}

function endOfCodeSpan(source: string, start: number): number {
  const fence = /^`+/.exec(source.slice(start))?.[0] ?? "`";
  let from = start + fence.length;
  for (;;) {
    const end = source.indexOf(fence, from);
    if (end === -1) return start + fence.length - 1;
    let after = end;
    while (source[after] === "`") after++;
    if (after - end === fence.length) return after - 1;
    from = after;
  }
}
