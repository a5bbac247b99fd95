/**
 * The grid itself: glide-data-grid with our columns, cells and theme.
 *
 * Its canvas asks for a cell when it draws it, so the size of the data does not matter.
 */
import {
  booleanCellRenderer,
  bubbleCellRenderer,
  DataEditorCore,
  type DataEditorRef,
  type GridColumn,
  ImageWindowLoaderImpl,
  type InnerGridCell,
  type InternalCellRenderer,
  type Item,
  imageCellRenderer,
  markerCellRenderer,
  newRowCellRenderer,
  textCellRenderer,
  uriCellRenderer,
} from "@glideapps/glide-data-grid";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTheme } from "../../kit/index.ts";
import type { DataFrame } from "../../protocol/elements.ts";
import type { TreeNode } from "../../tree/tree.ts";
import { useFontsLoaded } from "../fonts-loaded.ts";
import { cellLook } from "./cell-look.ts";
import { type CellPlace, CellPopup } from "./cell-popup.tsx";
import { styleReader } from "./cell-style.ts";
import { naturalWidth } from "./column-widths.ts";
import { headerDrawer } from "./draw-header.ts";
import type { Field } from "./fields.ts";
import { gridCell } from "./grid-cells.ts";
import { gridTheme, headerFont, indexTheme } from "./grid-theme.ts";
import { HeaderHelp, type HelpPlace } from "./header-help.tsx";
import { HeaderMenu, type MenuPlace } from "./header-menu.tsx";
import { progressRenderer } from "./progress-cell.ts";
import { readModes } from "./selection.ts";
import { sparkRenderer } from "./spark-cell.ts";
import { useGridSelection } from "./use-grid-selection.ts";
import type { GridView } from "./use-grid-view.ts";
import "@glideapps/glide-data-grid/dist/index.css";
import "./grid.css";

// Each renderer takes its own kind of cell; the grid's type asks for renderers that take all.
const RENDERERS = [
  textCellRenderer,
  booleanCellRenderer,
  uriCellRenderer,
  imageCellRenderer,
  bubbleCellRenderer,
  markerCellRenderer,
  newRowCellRenderer,
] as unknown as readonly InternalCellRenderer<InnerGridCell>[];
const OWN_RENDERERS = [progressRenderer, sparkRenderer];

const ARROWS = { ascending: "↑", descending: "↓" } as const;

export interface GridProps {
  readonly node: TreeNode;
  readonly props: DataFrame;
  readonly view: GridView;
  readonly rowHeight: number;
  readonly headerHeight: number;
  /** Pixels, or "100%" of what is around it. */
  readonly height: number | string;
  readonly isSearching: boolean;
  readonly onSearchClose: () => void;
}

export function Grid({
  node,
  props,
  view,
  rowHeight,
  headerHeight,
  height,
  isSearching,
  onSearchClose,
}: GridProps) {
  const theme = useTheme();
  const editor = useRef<DataEditorRef>(null);
  const [images] = useState(() => new ImageWindowLoaderImpl());
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [opened, setOpened] = useState<CellPlace | null>(null);
  const [help, setHelp] = useState<HelpPlace | null>(null);
  const areFontsLoaded = useFontsLoaded();
  const { fields, table, rowAt } = view;

  // A canvas does not draw itself anew when a font arrives: a new theme object makes it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const canvasTheme = useMemo(() => gridTheme(theme), [theme, areFontsLoaded]);
  const look = useMemo(() => cellLook(theme, props.placeholder), [theme, props.placeholder]);
  const styleOf = useMemo(
    () => styleReader(props.styles, table.columns.length),
    [props.styles, table],
  );
  const can = useMemo(() => readModes(props.selection_modes), [props.selection_modes]);
  const { selection, select } = useGridSelection(node, props, can, view);

  const natural = useMemo(() => {
    const fonts = { cell: `14px ${canvasTheme.fontFamily}`, header: headerFont(canvasTheme) };
    return new Map(fields.map((field) => [field.id, naturalWidth(field, table.rows, fonts)]));
  }, [fields, table, canvasTheme]);
  const columns = fields.map((field): GridColumn => {
    const resized = view.widths.get(field.id);
    const arrow = view.sorting?.field === field.id ? ` ${ARROWS[view.sorting.direction]}` : "";
    const isFixed = resized !== undefined || field.width !== undefined || field.isPinned;
    return {
      id: field.id,
      title: field.title + arrow,
      width: resized ?? natural.get(field.id) ?? 120,
      hasMenu: true,
      ...(field.group !== undefined && { group: field.group }),
      ...(props.width !== "content" && !isFixed && { grow: 1 }),
      ...(field.isIndex && { themeOverride: indexTheme(theme) }),
    };
  });

  const drawHeader = useMemo(() => headerDrawer(fields), [fields]);

  const getCellContent = useCallback(
    ([place, shown]: Item) => {
      const field = fields[place] as Field;
      const row = rowAt(shown);
      return gridCell(field, field.column.cell(row), styleOf(row, field.place), look);
    },
    [fields, rowAt, styleOf, look],
  );

  const openCell = ([place, shown]: Item) => {
    const field = fields[place];
    const bounds = editor.current?.getBounds(place, shown);
    if (!field || !bounds || OPENED_ELSEWHERE.has(field.kind)) return;
    const value = field.column.cell(rowAt(shown));
    if (value !== null) setOpened({ field, value, bounds });
  };
  const backToGrid = () => {
    setMenu(null);
    setOpened(null);
    editor.current?.focus();
  };
  const total = columns.reduce((sum, column) => sum + ("width" in column ? column.width : 0), 2);
  const markers = can.rows === "none" ? 0 : 40;

  return (
    <>
      <DataEditorCore
        ref={editor}
        className="ts-grid"
        width={props.width === "content" ? total + markers : "100%"}
        height={height}
        columns={columns}
        rows={table.rows}
        getCellContent={getCellContent}
        getCellsForSelection={true}
        renderers={RENDERERS}
        customRenderers={OWN_RENDERERS}
        imageWindowLoader={images}
        theme={canvasTheme}
        rowHeight={rowHeight}
        headerHeight={headerHeight}
        freezeColumns={view.pinned}
        smoothScrollX
        smoothScrollY
        verticalBorder={false}
        drawHeader={drawHeader}
        rowMarkers={can.rows === "none" ? "none" : { kind: "checkbox-visible", width: markers }}
        rowSelect={can.rows}
        rowSelectionMode={can.rows === "multi" ? "multi" : "auto"}
        columnSelect={can.columns}
        columnSelectionMode={can.columns === "multi" ? "multi" : "auto"}
        rangeSelect={
          can.cells === "single" ? "cell" : can.cells === "multi" ? "multi-rect" : "rect"
        }
        rangeSelectionBlending="additive"
        rowSelectionBlending="additive"
        columnSelectionBlending="additive"
        gridSelection={selection}
        onGridSelectionChange={select}
        onHeaderClicked={(place) => {
          const field = fields[place];
          if (field && can.columns === "none") view.toggleSort(field);
        }}
        onHeaderMenuClick={(place, bounds) => {
          const field = fields[place];
          if (field) setMenu({ field, bounds });
        }}
        onColumnResize={(_, width, place) => {
          const field = fields[place];
          if (field) view.resize(field, width);
        }}
        onItemHovered={({ kind, location: [place], ...at }) => {
          const field = fields[place];
          const bounds = "bounds" in at ? at.bounds : undefined;
          const shown = kind === "header" && field?.help && bounds;
          setHelp(shown ? { text: shown && (field.help ?? ""), bounds } : null);
        }}
        onCellActivated={openCell}
        cellActivationBehavior="double-click"
        onKeyDown={(event) => {
          const field = event.location && fields[event.location[0]];
          if (!field || !event.altKey) return;
          if (event.key === "ArrowUp") view.sort(field, "ascending");
          else if (event.key === "ArrowDown") view.sort(field, "descending");
          else return;
          event.cancel();
        }}
        showSearch={isSearching}
        onSearchClose={() => {
          onSearchClose();
          editor.current?.focus();
        }}
        scrollToActiveCell
        drawFocusRing
      />
      {help && <HeaderHelp place={help} />}
      {menu && (
        <HeaderMenu
          place={menu}
          onSort={(direction) => view.sort(menu.field, direction)}
          onPin={() => view.togglePin(menu.field)}
          onHide={() => view.hide(menu.field)}
          onClose={backToGrid}
        />
      )}
      {opened && <CellPopup place={opened} onClose={backToGrid} />}
    </>
  );
}

/** Cells that show all they have, or open something of their own. */
const OPENED_ELSEWHERE: ReadonlySet<Field["kind"]> = new Set(["checkbox", "link", "progress"]);
