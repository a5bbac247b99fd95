/** An element in the tree. */
import type { ElementKind, ElementProps } from "../protocol/elements.ts";
import type { Json, NodeContent } from "../protocol/messages.ts";

export interface TreeNode<K extends ElementKind = ElementKind> {
  /** The view's own name for it. */
  readonly id: number;
  /** What ops call it. */
  opId: number;
  readonly kind: K;
  /** Replaced, never changed: `===` tells whether they are the same. */
  props: ElementProps[K];
  readonly block: boolean;
  readonly widget: string | null;
  readonly key: string | null;
  readonly page: string;
  readonly fragment: string | null;
  parent: TreeNode | null;
  children: readonly TreeNode[];
  /** The last run that drew it. */
  run: number;
  /** Whether the running script has not drawn it yet, for long enough to show it. */
  isStale: boolean;
  /** What the last visit left there: to be seen, not to be touched. */
  isPast: boolean;
  /** The value that a widget of the last visit showed; undefined for its default. */
  readonly pastValue: Json | undefined;
  /** Grows with every change of the fields above. */
  version: number;
}

/** Whether an element of the last visit may become this one. */
export function isLike(
  past: TreeNode,
  { kind, block, widget, key, page, fragment }: NodeContent,
): boolean {
  return (
    past.isPast &&
    past.kind === kind &&
    past.block === block &&
    past.widget === widget &&
    past.key === key &&
    past.page === page &&
    past.fragment === fragment
  );
}

export function newNode(content: NodeContent, parent: TreeNode | null, run: number): TreeNode {
  return {
    ...content,
    opId: content.id,
    parent,
    children: [],
    run,
    isStale: false,
    isPast: false,
    pastValue: undefined,
    version: 0,
  };
}

export function root(id: number): TreeNode {
  // A root has no view of its own; the app's frame draws its children.
  const content = { id, kind: "empty", props: {}, block: true, widget: null, key: null } as const;
  return newNode({ ...content, page: "", fragment: null }, null, 0);
}
