/** What an author said of a grid's columns: `column_config`, as py/tabstream/elements/column_config writes it. */
import type { Column } from "../../protocol/frame.ts";

export type Alignment = "left" | "center" | "right";

export interface TypeConfig {
  readonly type?: string;
  readonly format?: string;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly step?: number;
  readonly timezone?: string;
  readonly display_text?: string;
  readonly color?: string;
  readonly y_min?: number;
  readonly y_max?: number;
  readonly options?: readonly { value: string | number | boolean; label?: string }[];
}

export interface ColumnConfig {
  readonly label?: string;
  readonly width?: "small" | "medium" | "large" | number;
  readonly help?: string;
  readonly hidden?: boolean;
  readonly pinned?: boolean;
  readonly alignment?: Alignment;
  readonly type_config?: TypeConfig;
}

export type ColumnConfigs = Readonly<Record<string, ColumnConfig>>;

const NOTHING: ColumnConfig = {};

/** What is said of a column: by its name, else by its place. */
export function configOf(configs: ColumnConfigs, column: Column, place: number): ColumnConfig {
  return configs[column.name] ?? configs[`_pos:${place}`] ?? NOTHING;
}

/** What is said of an index column: by its name, else as "_index", which is the first of them. */
export function indexConfigOf(configs: ColumnConfigs, column: Column, level: number): ColumnConfig {
  const byName = column.name === "" ? undefined : configs[column.name];
  return byName ?? (level === 0 ? configs._index : undefined) ?? NOTHING;
}
