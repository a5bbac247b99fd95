/** The columns that a grid shows, in order: what the data says of each, and what its author does. */
import type { DataFrame } from "../../protocol/elements.ts";
import { type Column, type FrameTable, isNumeric } from "../../protocol/frame.ts";
import {
  type Alignment,
  type ColumnConfig,
  type ColumnConfigs,
  configOf,
  indexConfigOf,
  type TypeConfig,
} from "./column-config.ts";

/** How a column's cells are drawn. */
export type FieldKind =
  | "text"
  | "number"
  | "checkbox"
  | "datetime"
  | "date"
  | "time"
  | "link"
  | "image"
  | "list"
  | "json"
  | "progress"
  | "line_chart"
  | "bar_chart"
  | "area_chart";

export interface Field {
  /** Unlike the name, never that of another column. */
  readonly id: string;
  /** What selections and the tree call the column. */
  readonly name: string;
  readonly title: string;
  /** The headers above the title, of columns with several levels. */
  readonly group: string | undefined;
  readonly help: string | undefined;
  readonly column: Column;
  /** The column's place among the frame's columns, where styles know it; below 0 for an index. */
  readonly place: number;
  readonly isIndex: boolean;
  readonly isPinned: boolean;
  readonly kind: FieldKind;
  readonly alignment: Alignment;
  /** Pixels, when the author said so. */
  readonly width: number | undefined;
  readonly config: TypeConfig;
}

type FieldOptions = Pick<DataFrame, "column_config" | "column_order" | "hide_index">;

/** The columns to show: the index first, then the others in their order. */
export function readFields(table: FrameTable, options: FieldOptions): Field[] {
  const configs = JSON.parse(options.column_config) as ColumnConfigs;
  const index = options.hide_index
    ? []
    : table.index.map((column, level) => {
        const config = indexConfigOf(configs, column, level);
        return { field: readField(column, config, -1 - level), isHidden: config.hidden };
      });
  const columns = table.columns.map((column, place) => {
    const config = configOf(configs, column, place);
    return { field: readField(column, config, place), isHidden: config.hidden };
  });
  return [...index, ...inOrder(columns, options.column_order)]
    .filter(({ isHidden }) => !isHidden)
    .map(({ field }) => field);
}

function inOrder<T extends { field: Field }>(columns: T[], order: string[] | null): T[] {
  if (order === null) return columns;
  const byName = new Map(columns.map((column) => [column.field.name, column]));
  return [...new Set(order)].flatMap((name) => byName.get(name) ?? []);
}

const NAMED_WIDTHS = { small: 75, medium: 200, large: 400 } as const;

function readField(column: Column, config: ColumnConfig, place: number): Field {
  const isIndex = place < 0;
  const headers = column.labels.map((label) => (label === null ? "" : String(label)));
  const kind = kindOf(column, config.type_config?.type);
  const { width } = config;
  return {
    id: isIndex ? `index ${-place}` : `column ${column.name}`,
    name: column.name,
    title: config.label ?? headers.at(-1) ?? "",
    group: headers.length > 1 ? headers.slice(0, -1).join(" / ") : undefined,
    help: config.help,
    column,
    place,
    isIndex,
    isPinned: config.pinned ?? isIndex,
    kind,
    alignment: config.alignment ?? (kind === "number" ? "right" : "left"),
    width: typeof width === "string" ? NAMED_WIDTHS[width] : width,
    config: config.type_config ?? {},
  };
}

/** Types of `st.column_config` that are drawn like another. */
const ALIASES: Readonly<Record<string, FieldKind>> = {
  selectbox: "text",
  multiselect: "list",
  audio: "link",
  video: "link",
};

const KINDS: ReadonlySet<string> = new Set<FieldKind>([
  "text",
  "number",
  "checkbox",
  "datetime",
  "date",
  "time",
  "link",
  "image",
  "list",
  "json",
  "progress",
  "line_chart",
  "bar_chart",
  "area_chart",
]);

function kindOf(column: Column, wanted: string | undefined): FieldKind {
  const kind = wanted === undefined ? undefined : (ALIASES[wanted] ?? wanted);
  if (kind !== undefined && KINDS.has(kind) && fits(column, kind)) return kind as FieldKind;
  switch (column.type) {
    case "bool":
      return "checkbox";
    case "datetime":
    case "date":
    case "time":
      return column.type;
    case "json":
      return isListColumn(column) ? "list" : "json";
    default:
      return isNumeric(column.type) ? "number" : "text";
  }
}

/** Whether a column can be drawn as its author wants; words, for instance, are no numbers. */
function fits(column: Column, kind: string): boolean {
  const isWord = column.type === "string" || column.type === "json" || column.type === "bytes";
  switch (kind) {
    case "number":
    case "progress":
      return !isWord;
    case "datetime":
    case "date":
    case "time":
      return column.type === kind || column.type === "datetime" || isNumeric(column.type);
    case "line_chart":
    case "bar_chart":
    case "area_chart":
    case "list":
      return column.type === "json" || column.type === "string";
    default:
      return true;
  }
}

function isListColumn(column: Column): boolean {
  const first = column.cell(0);
  return typeof first === "string" && first.startsWith("[");
}
