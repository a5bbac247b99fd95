/** What a person selects in a chart goes to the script when the chart is a widget. */
import { useEffect, useRef } from "react";
import type { VegaLiteChart } from "../../protocol/elements.ts";
import type { TreeNode } from "../../tree/tree.ts";
import { useWidget } from "../app-context.ts";
import { type Selected, selectedValue } from "./selected.ts";

/** While an interval is drawn, the script waits for its end. */
const SEND_AFTER_MS = 150;

export function useChartSelection(
  node: TreeNode,
  props: VegaLiteChart,
): (name: string, value: unknown) => void {
  const nothing = Object.fromEntries(props.selections.map((name) => [name, {}]));
  const widget = useWidget<Selected>(node, props, { selection: nothing });
  const timer = useRef(0);
  const waiting = useRef<Selected["selection"]>({});
  useEffect(() => () => clearTimeout(timer.current), []);
  return (name, value) => {
    waiting.current[name] = selectedValue(value);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const selection = { ...widget.value.selection, ...waiting.current };
      waiting.current = {};
      widget.change({ selection });
    }, SEND_AFTER_MS);
  };
}
