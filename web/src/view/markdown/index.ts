/** Rich text's face: markdown and what else an author's text may hold. */

export { CodeBlock, type CodeBlockProps } from "./code-block.tsx";
export { Heading, type HeadingLevel, type HeadingProps, slugOf } from "./heading.tsx";
export { AuthorHtml, type AuthorHtmlProps } from "./html.tsx";
export { linkTarget, tryImageAddress, tryLinkAddress } from "./links.ts";
export { Glyph, type GlyphProps, MaterialIcon, type MaterialIconProps } from "./material-icon.tsx";
export { type MathProps, MathText } from "./math.tsx";
export {
  InlineText,
  type InlineTextProps,
  RichText,
  type RichTextProps,
  toPlainText,
} from "./rich-text.tsx";
export { useScrollFocus } from "./scroll-focus.ts";
