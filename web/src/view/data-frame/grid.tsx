/**
 * The grid itself: glide-data-grid, with our columns, cells, theme and tools around it.
 *
 * The canvas asks for a cell when it draws it, so the size of the data does not matter; what a person
 * changes (order, widths, what is pinned or hidden, what is selected) is kept here while the element
 * stays on the page.
 */
import {
  booleanCellRenderer,
  bubbleCellRenderer,
  type DataEditorRef,
  DataEditorCore,
  type GridColumn,
  type GridSelection,
  ImageWindowLoaderImpl,
  imageCellRenderer,
  type Item,
  markerCellRenderer,
  textCellRenderer,
  uriCellRenderer,
} from "@glideapps/glide-data-grid";
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from "react";
import { useTheme } from "../../kit/index.ts";
import type { DataFrame } from "../../protocol/elements.ts";
import { decodeFrame } from "../../protocol/frame.ts";
import { cellLook } from "./cell-look.ts";
import { CellPopup, type CellPlace } from "./cell-popup.tsx";
import { styleReader } from "./cell-style.ts";
import type { Field } from "./fields.ts";
import { gridCell } from "./grid-cells.ts";
import { gridTheme, indexTheme } from "./grid-theme.ts";
import { HeaderMenu, type MenuPlace } from "./header-menu.tsx";
import { progressRenderer } from "./progress-cell.ts";
import { readModes } from "./selection.ts";
import { sparkRenderer } from "./spark-cell.ts";
import { useGridSelection } from "./use-grid-selection.ts";
import type { GridView } from "./use-grid-view.ts";
import "@glideapps/glide-data-grid/dist/index.css";
import "./grid.css";

const RENDERERS = [
  textCellRenderer,
  booleanCellRenderer,
  uriCellRenderer,
  imageCellRenderer,
  bubbleCellRenderer,
  markerCellRenderer,
];

const OWN_RENDERERS = [progressRenderer, sparkRenderer];
