import type { CSSProperties } from "react";
import type { Directive } from "./directives.ts";

export interface DirectiveProps {
  readonly className: string;
  readonly "data-hue"?: string;
  readonly style?: CSSProperties;
}

// The second class of each is the public name by which people's own style sheets find it.
const CLASSES: Readonly<Record<Directive["kind"], string>> = {
  text: "ts-hue stMarkdownColoredText",
  background: "ts-ground stMarkdownColoredBackground",
  badge: "ts-badge stMarkdownBadge",
  small: "ts-small stMarkdownSmall",
  shimmer: "ts-shimmer stMarkdownShimmer",
  color: "ts-own-colour stMarkdownColoredText",
};

/** The attributes of the span that a directive becomes. */
export function directiveProps(directive: Directive): DirectiveProps {
  const className = CLASSES[directive.kind];
  switch (directive.kind) {
    case "text":
    case "background":
    case "badge":
      return { className, "data-hue": directive.hue };
    case "color":
      return {
        className,
        style: { color: directive.foreground, background: directive.background },
      };
    default:
      return { className };
  }
}
