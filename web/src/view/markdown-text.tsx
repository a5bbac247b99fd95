/** Text in markdown, and its small, muted form. */
import { RichText } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";
import { WithHelp } from "./with-help.tsx";
import "./markdown-text.css";

export function MarkdownView({ props }: ViewProps<"markdown">) {
  const { body, allow_html, anchors, alignment, wrap, is_unfinished } = props;
  return (
    <div
      className="ts-markdown-text stMarkdown"
      data-testid="stMarkdown"
      data-unfinished={is_unfinished || undefined}
      style={{ textAlign: alignment }}
    >
      <WithHelp help={props.help}>
        <div data-testid="stMarkdownContainer">
          <RichText text={body} allowHtml={allow_html} anchors={anchors} wrap={wrap} />
        </div>
      </WithHelp>
    </div>
  );
}

export function CaptionView({ props }: ViewProps<"caption">) {
  const { body, allow_html, alignment, wrap } = props;
  return (
    <div
      className="ts-caption stCaptionContainer"
      data-testid="stCaptionContainer"
      style={{ textAlign: alignment }}
    >
      <WithHelp help={props.help}>
        <RichText text={body} allowHtml={allow_html} wrap={wrap} />
      </WithHelp>
    </div>
  );
}
