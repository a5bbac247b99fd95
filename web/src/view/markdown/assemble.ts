/**
 * Markdown with HTML in it, as one string of HTML with slots.
 *
 * An element may be opened in one token and closed in another, with markdown between (`<div>`, a
 * list, `</div>`), so such a document has to be put together before it is parsed. What holds no
 * HTML becomes a numbered slot, to be drawn by React; only what stands around author's tags is
 * written out as tags itself. The string is sanitised as a whole.
 */

import type { MarkedToken, Token, Tokens } from "marked";
import { directiveProps } from "./directive-style.ts";
import { slugOf } from "./heading.tsx";
import { childTokens, type OwnToken } from "./lexer.ts";
import { tryLinkAddress } from "./links.ts";
import { withSymbols } from "./plain.ts";
import { plainText } from "./render.tsx";

export interface Assembled {
  readonly html: string;
  /** What belongs into each slot, by its number. */
  readonly slots: readonly Token[];
}

/** Whether there is HTML in these tokens, at any depth. */
export function containsHtml(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.type === "html" || containsHtml(childTokens(token)));
}

export function assemble(tokens: readonly Token[]): Assembled {
  const slots: Token[] = [];
  const write = (token: Token): string => {
    if (isText(token)) return escapeHtml(withSymbols(token.text));
    if (containsHtml([token])) return writeAround(token, writeAll);
    slots.push(token);
    return `<ts-slot data-slot="${slots.length - 1}"></ts-slot>`;
  };
  const writeAll = (some: readonly Token[]) => some.map(write).join("");
  return { html: writeAll(tokens), slots };
}

// Bare text is not worth a slot, and inside of <option> or <title> it could not be one.
function isText(token: Token): token is Tokens.Text {
  return token.type === "text" && !("tokens" in token && token.tokens);
}

function writeAround(generic: Token, writeAll: (tokens: readonly Token[]) => string): string {
  const token = generic as MarkedToken | OwnToken;
  const inside = () => writeAll(childTokens(generic));
  switch (token.type) {
    case "html":
      return token.text;
    case "paragraph":
      return tag("p", {}, inside());
    case "strong":
    case "em":
    case "del":
    case "blockquote":
      return tag(token.type, {}, inside());
    case "heading":
      return tag(`h${token.depth}`, { id: slugOf(plainText(token.tokens)) }, inside());
    case "list":
      return token.ordered
        ? tag("ol", { start: token.start || 1 }, inside())
        : tag("ul", {}, inside());
    case "list_item":
      return tag("li", {}, inside());
    case "link":
      return tag("a", { href: tryLinkAddress(token.href), title: token.title }, inside());
    case "directive": {
      const { className, style, ...data } = directiveProps(token.directive);
      const css = style && `color: ${style.color}; background: ${style.background}`;
      return tag("span", { class: className, style: css, ...data }, inside());
    }
    case "table": {
      const row = (cells: readonly Tokens.TableCell[], name: string) =>
        tag(
          "tr",
          {},
          cells.map((cell) => tag(name, alignment(cell), writeAll(cell.tokens))).join(""),
        );
      const body = token.rows.map((cells) => row(cells, "td")).join("");
      return tag("table", {}, tag("thead", {}, row(token.header, "th")) + tag("tbody", {}, body));
    }
    default:
      return inside();
  }
}

function alignment(cell: Tokens.TableCell): Attributes {
  return { "data-align": cell.align };
}

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

function tag(name: string, attributes: Attributes, inner: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([attribute, value]) => ` ${attribute}="${escapeHtml(String(value))}"`);
  return `<${name}${written.join("")}>${inner}</${name}>`;
}

// Ampersands stay: character references of the markdown are character references of the HTML.
function escapeHtml(text: string): string {
  return text.replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
