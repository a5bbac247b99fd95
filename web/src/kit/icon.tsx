import type { LucideIcon } from "lucide-react";
import "./icon.css";

export interface IconProps {
  /** A named import from lucide-react, so that only the icons in use are shipped. */
  readonly of: LucideIcon;
  /** Edge length in pixels. */
  readonly size?: number;
}

/**
 * An icon of our own chrome. It says nothing to a screen reader: the words stand beside it or on
 * its button.
 */
export function Icon({ of: Glyph, size = 18 }: IconProps) {
  return <Glyph className="ts-icon" size={size} strokeWidth={1.75} aria-hidden="true" />;
}
