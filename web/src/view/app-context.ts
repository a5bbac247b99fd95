/** What an element's view may use of the app it belongs to. */
import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { Store } from "../kit/index.ts";
import type { ElementKind, Widget } from "../protocol/elements.ts";
import type { Json } from "../protocol/messages.ts";
import type { ScriptState } from "../protocol/port.ts";
import type { ElementTree, TreeNode } from "../tree/tree.ts";
import type { ToastBoard } from "./toast-board.ts";
import type { Values } from "./values.ts";
import type { ViewOf } from "./view-props.ts";

export interface App {
  tree: ElementTree;
  values: Values;
  /** What the script is at. */
  run: Store<{ script: ScriptState }>;
  /** Handed in, because the elements that hold others are in that table themselves. */
  viewOf: ViewOf;
  toasts: ToastBoard;
  /** Keep a picked file for the script; answers its id, which goes into the widget's value. */
  upload(file: File): Promise<string>;
  /** Save bytes as a file, or open an address: what a sandboxed frame leaves to the page. */
  download(name: string, mime: string, bytes: Uint8Array<ArrayBuffer>): void;
}

const AppContext = createContext<App | null>(null);

export const AppProvider = AppContext.Provider;

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("An element was rendered outside of an app.");
  return app;
}

/** Watch a node of the tree; renders again when its version grows. */
export function useNode(node: TreeNode): void {
  const { tree } = useApp();
  const watch = useCallback((onChange: () => void) => tree.watch(node.id, onChange), [tree, node]);
  useSyncExternalStore(watch, () => node.version);
}

/** A widget's value, and the ways to change it. */
export interface WidgetHandle<T extends Json> {
  value: T;
  /** A person chose a value. `live`: while dragging, more will follow. */
  change(value: T, live?: boolean): void;
  /** A person clicked: `value` holds for one run. */
  trigger(value?: Json): void;
}

/** The handle of a widget's node; its props are those of a widget. */
export function useWidget<T extends Json>(
  node: TreeNode<ElementKind>,
  props: Pick<Widget, "form" | "reruns">,
  initial: T,
): WidgetHandle<T> {
  const { values } = useApp();
  const id = node.widget ?? "";
  const watch = useCallback((onChange: () => void) => values.watch(id, onChange), [values, id]);
  const held = useSyncExternalStore(watch, () => values.get(id, props.form));
  const shown = held === undefined && node.isPast ? node.pastValue : held;
  return {
    value: shown === undefined ? initial : (shown as T),
    change: (value, live = false) => values.change(id, value, props, live),
    trigger: (value = true) => values.trigger(id, value),
  };
}
