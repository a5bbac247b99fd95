/** A title, a header, a subheader. */
import { HUES } from "../kit/index.ts";
import { Glyph, Heading, RichText, slugOf, toPlainText } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";
import { WithHelp } from "./with-help.tsx";
import "./heading.css";

export function HeadingView({ node, props }: ViewProps<"heading">) {
  const { level, body, icon, alignment, wrap } = props;
  // Left to us, headings take turns.
  const divider = props.divider === "auto" ? HUES[node.opId % HUES.length] : props.divider;
  const anchor = props.has_anchor ? (props.anchor ?? slugOf(toPlainText(body))) : undefined;
  return (
    <div
      className="ts-title stHeading"
      data-testid="stHeading"
      data-divider={divider ?? undefined}
      style={{ textAlign: alignment, ...dividerColour(divider) }}
    >
      <WithHelp help={props.help}>
        <Heading level={level} anchor={anchor}>
          {icon && <Glyph icon={icon} />} <RichText inline text={body} wrap={wrap} />
        </Heading>
      </WithHelp>
      {divider && <hr data-testid="stHeadingDivider" />}
    </div>
  );
}

function dividerColour(divider: string | null | undefined): Record<string, string> {
  if (!divider || divider === "rainbow") return {};
  return { "--divider": `var(--ts-${divider === "grey" ? "gray" : divider})` };
}
