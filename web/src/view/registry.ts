/** Which component draws an element: one line, and one file, for each kind. */
import type { ComponentType } from "react";
import type { ElementKind, ElementProps } from "../protocol/elements.ts";
import type { TreeNode } from "../tree/tree.ts";
import { EmptyView } from "./empty.tsx";
import { ExceptionView } from "./exception.tsx";
import { SliderView } from "./slider.tsx";
import { TextView } from "./text.tsx";

/** What a component of the registry gets: the element's content, and the node it stands for. */
export interface ViewProps<K extends ElementKind> {
  node: TreeNode<K>;
  props: ElementProps[K];
}

type Registry = { [K in ElementKind]?: ComponentType<ViewProps<K>> };

const registry: Registry = {
  empty: EmptyView,
  exception: ExceptionView,
  slider: SliderView,
  text: TextView,
};

/** The component that draws elements of a kind. */
export function viewOf(kind: ElementKind): ComponentType<ViewProps<ElementKind>> | undefined {
  // The table ties each kind to its own props; that tie is lost when the kind is a variable.
  return registry[kind] as ComponentType<ViewProps<ElementKind>> | undefined;
}
