import { Link2 } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../../kit/index.ts";
import "./heading.css";

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export interface HeadingProps {
  readonly level: HeadingLevel;
  /** The part of an address after "#" that leads here. */
  readonly anchor?: string | undefined;
  /** Shows a link to the anchor while the heading is pointed at. */
  readonly showAnchor?: boolean | undefined;
  readonly children: ReactNode;
}

export function Heading({ level, anchor, showAnchor = true, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <div className="ts-heading" data-testid="stHeadingWithActionElements">
      <Tag id={anchor}>
        <span>{children}</span>
        {anchor && showAnchor && (
          <a className="ts-heading-anchor" href={`#${anchor}`} aria-label="Link to heading">
            <Icon of={Link2} size={18} />
          </a>
        )}
      </Tag>
    </div>
  );
}

/** The anchor of a heading with this text: its words in lower case, joined by hyphens. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join("-");
}
