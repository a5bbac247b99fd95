/**
 * Text as an author wrote it: markdown, the directives, formulas, emoji and icons, and HTML where
 * it is allowed.
 */

import type { Token } from "marked";
import { memo, useCallback, useMemo } from "react";
import { classes } from "../../kit/index.ts";
import { assemble, containsHtml } from "./assemble.ts";
import { AuthorHtml } from "./html.tsx";
import { lex, lexInline } from "./lexer.ts";
import { isPlain } from "./plain.ts";
import { plainText, type RenderOptions, renderTokens } from "./render.tsx";
import "./directives.css";
import "./rich-text.css";

export interface RichTextProps {
  readonly text: string;
  /** For labels: one paragraph, in which "#" and "-" mean themselves. */
  readonly inline?: boolean | undefined;
  /** Shows the HTML in the text as HTML, sanitised. */
  readonly allowHtml?: boolean | undefined;
  /** Shows a link beside each heading. */
  readonly anchors?: boolean | undefined;
  /** False for the label of a button, in which there must be no other control. */
  readonly links?: boolean | undefined;
  /** False keeps the text on one line and ends it with an ellipsis where it is cut. */
  readonly wrap?: boolean | undefined;
  readonly className?: string | undefined;
}

/**
 * Rich text.
 *
 * Most text is plain, and a run may draw a thousand of it, so a plain one costs a test and a
 * paragraph.
 */
export const RichText = memo(function RichText({
  text,
  inline = false,
  allowHtml = false,
  anchors = true,
  links = true,
  wrap = true,
  className,
}: RichTextProps) {
  const isInline = inline || !wrap;
  return (
    <div
      className={classes("ts-md", className)}
      data-testid="stMarkdownContainer"
      data-inline={isInline || undefined}
      data-nowrap={!wrap || undefined}
      title={wrap ? undefined : toPlainText(text)}
    >
      {isPlain(text) ? (
        <p>{text}</p>
      ) : (
        <Markup
          text={text}
          inline={isInline}
          allowHtml={allowHtml}
          anchors={anchors}
          links={links}
        />
      )}
    </div>
  );
});

export interface InlineTextProps {
  readonly text: string;
  readonly links?: boolean | undefined;
}

/**
 * The inline part of rich text without any element around it, for places that are elements already:
 * a heading.
 */
export const InlineText = memo(function InlineText({ text, links = true }: InlineTextProps) {
  return isPlain(text) ? text : renderTokens(lexInline(text), { anchors: false, links });
});

/** The words of a rich text without their markup, for names and titles. */
export function toPlainText(text: string): string {
  return isPlain(text) ? text : plainText(lexInline(text)).trim();
}

interface MarkupProps extends RenderOptions {
  readonly text: string;
  readonly inline: boolean;
  readonly allowHtml: boolean;
}

function Markup({ text, inline, allowHtml, anchors, links }: MarkupProps) {
  const tokens = useMemo(() => (inline ? lexInline(text) : lex(text)), [text, inline]);
  const withHtml = useMemo(() => allowHtml && containsHtml(tokens), [allowHtml, tokens]);
  if (withHtml) return <MarkupWithHtml tokens={tokens} anchors={anchors} links={links} />;
  const content = renderTokens(tokens, { anchors, links });
  return inline ? <p>{content}</p> : content;
}

interface MarkupWithHtmlProps extends RenderOptions {
  readonly tokens: readonly Token[];
}

function MarkupWithHtml({ tokens, anchors, links }: MarkupWithHtmlProps) {
  const { html, slots } = useMemo(() => assemble(tokens), [tokens]);
  const renderSlot = useCallback(
    (token: Token) => renderTokens([token], { anchors, links }),
    [anchors, links],
  );
  return <AuthorHtml html={html} slots={slots} renderSlot={renderSlot} />;
}
