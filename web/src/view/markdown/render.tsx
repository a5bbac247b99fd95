/**
 * From markdown tokens to React elements.
 *
 * Text stays text: nothing here makes HTML from a string, so there is nothing to sanitise. The
 * tokens are drawn by a table, one function a type; HTML in markdown is drawn as the characters it
 * was written with (html.tsx has the other way, for authors who ask for it).
 */

import type { MarkedToken, Token, Tokens } from "marked";
import { Fragment, type ReactNode } from "react";
import { CodeBlock } from "./code-block.tsx";
import { directiveProps } from "./directive-style.ts";
import { Emoji } from "./emoji.tsx";
import { decodeEntities } from "./entities.ts";
import { Heading, type HeadingLevel, slugOf } from "./heading.tsx";
import { childTokens, type OwnToken } from "./lexer.ts";
import { linkTarget, tryImageAddress, tryLinkAddress } from "./links.ts";
import { MaterialIcon } from "./material-icon.tsx";
import { MathText } from "./math.tsx";
import { withSymbols } from "./plain.ts";
import { TableScroll } from "./table-scroll.tsx";

export interface RenderOptions {
  /** Shows links beside headings. */
  readonly anchors: boolean;
  /** False inside of a button: a link in it would be a control in a control. */
  readonly links: boolean;
}

/** The tokens as React nodes. */
export function renderTokens(tokens: readonly Token[], options: RenderOptions): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no identity but their place
  return tokens.map((token, index) => <Fragment key={index}>{render(token, options)}</Fragment>);
}

type Drawable = MarkedToken | OwnToken;

function render(generic: Token, options: RenderOptions): ReactNode {
  const token = generic as Drawable;
  const inside = () => renderTokens(childTokens(generic), options);
  switch (token.type) {
    case "text":
      return token.tokens ? inside() : withSymbols(decodeEntities(token.text));
    case "escape":
      return token.text;
    case "html":
      return token.block ? <p>{token.text.trim()}</p> : token.text;
    case "paragraph":
      return <p>{inside()}</p>;
    case "strong":
      return <strong>{inside()}</strong>;
    case "em":
      return <em>{inside()}</em>;
    case "del":
      return <del>{inside()}</del>;
    case "br":
      return <br />;
    case "hr":
      return <hr />;
    case "codespan":
      return <code>{token.text}</code>;
    case "code":
      return <CodeBlock code={token.text} language={languageOf(token)} />;
    case "blockquote":
      return <blockquote>{inside()}</blockquote>;
    case "heading":
      return (
        <Heading
          level={token.depth as HeadingLevel}
          anchor={slugOf(plainText(token.tokens))}
          showAnchor={options.anchors}
        >
          {inside()}
        </Heading>
      );
    case "list":
      return renderList(token, inside());
    case "list_item":
      return <li data-task={token.task || undefined}>{inside()}</li>;
    case "checkbox":
      return <Checkbox checked={token.checked} />;
    case "table":
      return renderTable(token, options);
    case "link":
      return renderLink(token, inside(), options);
    case "image":
      return renderImage(token);
    case "directive":
      return <span {...directiveProps(token.directive)}>{inside()}</span>;
    case "emoji":
      return <Emoji name={token.name} raw={token.raw} />;
    case "icon":
      return <MaterialIcon name={token.name} />;
    case "math":
      return <MathText tex={token.tex} display={token.display} />;
    case "space":
    case "def":
      return null;
    default:
      token satisfies never;
      return generic.raw;
  }
}

function languageOf(token: Tokens.Code): string | undefined {
  return token.lang?.trim().split(/\s/)[0] || undefined;
}

function renderList(token: Tokens.List, items: ReactNode): ReactNode {
  if (!token.ordered) return <ul>{items}</ul>;
  return <ol start={token.start === "" ? undefined : token.start}>{items}</ol>;
}

function Checkbox({ checked }: { readonly checked: boolean }) {
  const label = checked ? "Done" : "To do";
  return <input type="checkbox" checked={checked} readOnly disabled aria-label={label} />;
}

function renderTable(token: Tokens.Table, options: RenderOptions): ReactNode {
  const cells = (row: Tokens.TableCell[], tag: "th" | "td") =>
    row.map((cell, index) => {
      // An empty header is the header of nothing.
      const Tag = cell.text === "" ? "td" : tag;
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
        <Tag key={index} data-align={cell.align ?? undefined}>
          {renderTokens(cell.tokens, options)}
        </Tag>
      );
    });
  return (
    <TableScroll>
      <table>
        <thead>
          <tr>{cells(token.header, "th")}</tr>
        </thead>
        <tbody>
          {token.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={index}>{cells(row, "td")}</tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function renderLink(token: Tokens.Link, text: ReactNode, options: RenderOptions): ReactNode {
  const address = tryLinkAddress(token.autolink ? token.href : decodeEntities(token.href));
  if (address === undefined || !options.links) return text;
  const title = token.title ? decodeEntities(token.title) : undefined;
  return (
    <a href={address} title={title} {...linkTarget(address)}>
      {text}
    </a>
  );
}

function renderImage(token: Tokens.Image): ReactNode {
  const address = tryImageAddress(decodeEntities(token.href));
  const alt = decodeEntities(token.text);
  if (address === undefined) return alt;
  return (
    <img src={address} alt={alt} title={token.title ? decodeEntities(token.title) : undefined} />
  );
}

/** The words of some tokens without their markup: for a heading's anchor, a tab's name, a title. */
export function plainText(tokens: readonly Token[]): string {
  return tokens.map(wordsOf).join("");
}

function wordsOf(generic: Token): string {
  const token = generic as Drawable;
  switch (token.type) {
    case "text":
      return token.tokens ? plainText(token.tokens) : withSymbols(decodeEntities(token.text));
    case "escape":
    case "codespan":
    case "code":
    case "image":
      return token.text;
    case "emoji":
      return token.raw;
    case "math":
      return token.tex;
    case "br":
      return " ";
    case "icon":
    case "html":
      return "";
    default:
      return plainText(childTokens(generic));
  }
}
