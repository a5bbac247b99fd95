/** The app's theme, for a grid that draws on a canvas and reads no style sheets. */
import type { Theme as GridTheme } from "@glideapps/glide-data-grid";
import type { Theme } from "../../kit/index.ts";

/** The grid's theme. */
export function gridTheme({ tokens }: Theme): Partial<GridTheme> {
  const token = (name: string) => tokens[`--ts-${name}`] ?? "";
  return {
    accentColor: token("accent"),
    accentFg: token("on-accent"),
    accentLight: token("accent-soft"),
    textDark: token("text"),
    textMedium: token("muted"),
    textLight: token("muted"),
    textBubble: token("text"),
    textHeader: token("muted"),
    textGroupHeader: token("muted"),
    textHeaderSelected: token("on-accent"),
    bgIconHeader: token("muted"),
    fgIconHeader: token("page"),
    bgCell: token("page"),
    bgCellMedium: token("surface"),
    bgHeader: token("surface"),
    bgHeaderHasFocus: token("accent-soft"),
    bgHeaderHovered: token("accent-soft"),
    bgGroupHeader: token("surface"),
    bgGroupHeaderHovered: token("surface"),
    bgBubble: token("surface"),
    bgBubbleSelected: token("page"),
    bgSearchResult: token("warning-bg"),
    borderColor: token("line"),
    horizontalBorderColor: token("line"),
    headerBottomBorderColor: token("line"),
    drilldownBorder: token("line"),
    linkColor: token("link"),
    resizeIndicatorColor: token("accent"),
    cellHorizontalPadding: 10,
    cellVerticalPadding: 6,
    baseFontStyle: "14px",
    headerFontStyle: "500 13px",
    markerFontStyle: "12px",
    editorFontSize: "14px",
    headerIconSize: 18,
    fontFamily: token("font"),
    roundingRadius: 4,
    checkboxMaxSize: 16,
    bubbleHeight: 22,
    bubblePadding: 8,
    bubbleMargin: 4,
  };
}

/** The font of headers, as a canvas takes it. */
export function headerFont({ headerFontStyle, fontFamily }: Partial<GridTheme>): string {
  return `${headerFontStyle} ${fontFamily}`;
}

/** What differs in an index column: muted, on the header's ground. */
export function indexTheme({ tokens }: Theme): Partial<GridTheme> {
  return {
    textDark: tokens["--ts-muted"] ?? "",
    bgCell: tokens["--ts-surface"] ?? "",
    bgCellMedium: tokens["--ts-surface"] ?? "",
  };
}
