import type { TreeNode } from "../tree/tree.ts";

/**
 * The attributes of an element that the running script has not drawn (yet). What the last visit left
 * cannot be touched: it is a picture, and a click on it would be one into the past.
 */
export function staleness({ isStale, isPast }: TreeNode) {
  return {
    "data-stale": isStale,
    "data-last-visit": isPast || undefined,
    "aria-busy": isPast || undefined,
    inert: isPast || undefined,
  };
}
