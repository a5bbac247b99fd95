/** What a pandas Styler says of a frame's cells, read for a canvas. */
import type { Theme } from "@glideapps/glide-data-grid";
import type { CellStyles } from "../../protocol/elements.ts";
import { decodeFrame } from "../../protocol/frame.ts";
import { readableDeclarations } from "../css-declarations.ts";

export interface CellStyle {
  readonly theme: Partial<Theme> | undefined;
  readonly text: string | undefined;
}

export const plainStyle: CellStyle = { theme: undefined, text: undefined };

/** Reads the style of a cell by the data's row and column. */
export type StyleReader = (row: number, place: number) => CellStyle;

/** The reader for a frame of `width` columns. */
export function styleReader(styles: CellStyles | null, width: number): StyleReader {
  if (styles === null) return () => plainStyle;
  const themes = styles.css.map(themeOf);
  const codes = styles.cells && new Uint16Array(styles.cells.slice().buffer);
  const texts = styles.texts && decodeFrame(styles.texts);
  return (row, place) => {
    if (place < 0) return plainStyle;
    const text = texts?.columns[place]?.cell(row);
    return {
      theme: themes[(codes?.[row * width + place] ?? 0) - 1],
      text: typeof text === "string" ? text : undefined,
    };
  };
}

/** What CSS declarations come to on a canvas: colours and weight. */
function themeOf(css: string): Partial<Theme> {
  const theme: { -readonly [K in keyof Theme]?: Theme[K] } = {};
  for (const [name, value] of readableDeclarations(css)) {
    if (name === "background-color" || name === "background") theme.bgCell = value;
    else if (name === "color") {
      theme.textDark = value;
      theme.linkColor = value;
    } else if (name === "font-weight" && /bold|[6-9]00/.test(value)) {
      theme.baseFontStyle = "600 14px";
    } else if (name === "font-style" && value === "italic") {
      theme.baseFontStyle = "italic 14px";
    }
  }
  return theme;
}
