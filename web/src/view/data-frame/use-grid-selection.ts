/** What is selected in a grid: on the page at once, and for the script when the grid is a widget. */
import type { GridSelection } from "@glideapps/glide-data-grid";
import { useEffect, useRef, useState } from "react";
import type { DataFrame } from "../../protocol/elements.ts";
import type { TreeNode } from "../../tree/tree.ts";
import { useWidget } from "../app-context.ts";
import {
  EMPTY_SELECTION,
  type Selectable,
  type SentSelection,
  toSent,
  toShown,
} from "./selection.ts";
import type { GridView } from "./use-grid-view.ts";

/** While cells are being dragged over, the script waits for the last of them. */
const SEND_AFTER_MS = 150;

export function useGridSelection(
  node: TreeNode,
  props: DataFrame,
  can: Selectable,
  view: GridView,
): { selection: GridSelection; select: (next: GridSelection) => void } {
  const isWidget = node.widget !== null;
  const widget = useWidget<SentSelection>(node, props, JSON.parse(props.selected));
  const wanted = JSON.stringify(widget.value);
  const told = useRef("");
  const timer = useRef(0);
  const [selection, setSelection] = useState(EMPTY_SELECTION);

  // Taken over when the script changed it, and placed anew when the rows have another order.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `sorting` stands for the order of the rows
  useEffect(() => {
    if (!isWidget) return;
    told.current = wanted;
    setSelection(({ current }) => toShown(JSON.parse(wanted), view, current));
  }, [isWidget, wanted, view.sorting]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const tell = (sent: SentSelection) => {
    told.current = JSON.stringify(sent);
    widget.change(sent);
  };

  return {
    selection,
    select(next) {
      const isKept = can.isRowRequired && next.rows.length === 0;
      const kept = isKept ? { ...next, rows: selection.rows } : next;
      setSelection(kept);
      if (!isWidget) return;
      const sent = toSent(kept, can, view);
      clearTimeout(timer.current);
      if (JSON.stringify(sent) === told.current) return;
      if (can.cells === "multi") timer.current = window.setTimeout(() => tell(sent), SEND_AFTER_MS);
      else tell(sent);
    },
  };
}
