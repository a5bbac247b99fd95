/** A grid to scroll, sort and search. Its frame is there at once, the grid itself comes with its chunk. */
import { Download, Eye, Search } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import type { DataFrame } from "../../protocol/elements.ts";
import { useApp } from "../app-context.ts";
import { useChunk } from "../assets.ts";
import { type ToolbarAction, ToolbarHost } from "../element-toolbar.tsx";
import type { ViewProps } from "../view-props.ts";
import { csvBytes, toCsv } from "./csv.ts";
import { type GridView, useGridView } from "./use-grid-view.ts";
import "./data-frame.css";

const ROW_HEIGHT = 36;

/** An "auto" height shows no more rows than these. */
const AUTO_ROWS = 10;

export function DataFrameView({ node, props }: ViewProps<"data_frame">) {
  const chunk = useChunk("grid").value;
  const view = useGridView(props);
  const [isSearching, setSearching] = useState(false);
  const { download } = useApp();
  const rowHeight = props.row_height ?? ROW_HEIGHT;
  const isGrouped = view.fields.some(({ group }) => group !== undefined);
  const height = heightOf(props, view, rowHeight, isGrouped);
  const actions: ToolbarAction[] = [
    ...(view.hidden > 0
      ? [{ label: "Show hidden columns", icon: Eye, onPress: view.unhideAll }]
      : []),
    {
      label: "Download as CSV",
      icon: Download,
      onPress: () => {
        const text = toCsv(view.fields, view.rows());
        download("data.csv", "text/csv", csvBytes(text));
      },
    },
    { label: "Search", icon: Search, onPress: () => setSearching(!isSearching) },
  ];
  const search = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "f") {
      event.preventDefault();
      setSearching(true);
    }
  };
  return (
    <ToolbarHost className="ts-data-frame stDataFrame" testId="stDataFrame" actions={actions}>
      {(isFullscreen) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
        <div
          role="group"
          aria-label={props.alt ?? describe(view)}
          className="ts-data-frame-box stDataFrameResizable"
          data-testid="stDataFrameResizable"
          data-width={props.width === "content" ? "content" : undefined}
          style={{ blockSize: isFullscreen ? "100%" : height }}
          onKeyDown={search}
        >
          {chunk && (
            <chunk.Grid
              node={node}
              props={props}
              view={view}
              rowHeight={rowHeight}
              headerHeight={ROW_HEIGHT}
              height={isFullscreen || typeof height === "string" ? "100%" : height - 2}
              isSearching={isSearching}
              onSearchClose={() => setSearching(false)}
            />
          )}
          {view.table.rows === 0 && <p className="ts-data-frame-empty">empty</p>}
          <span className="ts-hidden" aria-live="polite">
            {announce(view)}
          </span>
        </div>
      )}
    </ToolbarHost>
  );
}

function heightOf(
  { height }: DataFrame,
  { table }: GridView,
  rowHeight: number,
  isGrouped: boolean,
): number | string {
  if (typeof height === "number") return height;
  if (height === "stretch") return "100%";
  const rows = height === "content" ? table.rows : Math.min(table.rows, AUTO_ROWS);
  const headers = isGrouped ? 2 : 1;
  return Math.max(rows, 1) * rowHeight + headers * ROW_HEIGHT + 3;
}

function describe({ table, fields }: GridView): string {
  return `Table of ${table.rows} rows and ${fields.length} columns`;
}

/** What a screen reader is told of what changed. */
function announce({ sorting, fields }: GridView): string {
  const field = sorting && fields.find(({ id }) => id === sorting.field);
  return field ? `Sorted by ${field.title || "index"}, ${sorting.direction}` : "";
}
