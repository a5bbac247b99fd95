/** A frame's cells as the grid draws them. */
import { type GridCell, GridCellKind } from "@glideapps/glide-data-grid";
import { followLink } from "../../kit/index.ts";
import type { Cell } from "../../protocol/frame.ts";
import type { CellLook } from "./cell-look.ts";
import type { CellStyle } from "./cell-style.ts";
import { listItems, numberOf, plainText, shownText } from "./field-text.ts";
import type { Field } from "./fields.ts";
import { progressCell } from "./progress-cell.ts";
import { sparkCell } from "./spark-cell.ts";

/** A cell of a column, ready to be drawn. */
export function gridCell(
  field: Field,
  value: Cell,
  { theme, text }: CellStyle,
  look: CellLook,
): GridCell {
  const common = {
    allowOverlay: false,
    contentAlign: field.alignment,
    copyData: plainText(field, value),
    ...(theme && { themeOverride: theme }),
  } as const;
  const textCell = (shown: string): GridCell => ({
    ...common,
    kind: GridCellKind.Text,
    data: common.copyData,
    displayData: shown,
    readonly: true,
  });
  if (text !== undefined) return textCell(text);
  if (value === null && field.kind !== "checkbox") {
    const themeOverride = { ...theme, textDark: look.missing.colour };
    return { ...textCell(look.missing.text), themeOverride };
  }
  switch (field.kind) {
    case "checkbox":
      return {
        ...common,
        kind: GridCellKind.Boolean,
        allowOverlay: false,
        data: value === null ? null : Boolean(value),
        readonly: true,
      };
    case "link":
      return {
        ...common,
        kind: GridCellKind.Uri,
        data: String(value),
        displayData: linkText(String(value), field.config.display_text),
        hoverEffect: true,
        readonly: true,
        onClickUri: ({ preventDefault }) => {
          preventDefault();
          followLink(String(value));
        },
      };
    case "image":
      return { ...common, kind: GridCellKind.Image, data: [String(value)], readonly: true };
    case "list":
      return {
        ...common,
        kind: GridCellKind.Bubble,
        data: (listItems(value) ?? [value]).map(String),
      };
    case "progress":
      return { ...common, ...progressCell(field, numberOf(field, value) ?? 0, look) };
    case "line_chart":
    case "bar_chart":
    case "area_chart":
      return { ...common, ...sparkCell(field, listItems(value)?.map(Number) ?? [], look) };
    default:
      return textCell(oneLine(shownText(field, value)));
  }
}

/** Text up to its first line end, and a sign that there is more. */
function oneLine(text: string): string {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text : `${text.slice(0, end)} …`;
}

/** What a link shows: a fixed text, or what a pattern takes out of the address. */
function linkText(address: string, wanted: string | undefined): string {
  if (wanted === undefined) return address;
  if (!/[()]/.test(wanted)) return wanted;
  try {
    const part = new RegExp(wanted).exec(address)?.[1];
    return part === undefined ? address : decodeURIComponent(part);
  } catch {
    return address;
  }
}
