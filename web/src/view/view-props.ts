import type { ComponentType } from "react";
import type { ElementKind, ElementProps } from "../protocol/elements.ts";
import type { TreeNode } from "../tree/tree.ts";

/** What a component of the registry gets: the element's content, and the node it stands for. */
export interface ViewProps<K extends ElementKind> {
  node: TreeNode<K>;
  props: ElementProps[K];
}

/** The component that draws elements of a kind. */
export type ViewOf = (kind: ElementKind) => ComponentType<ViewProps<ElementKind>> | undefined;
