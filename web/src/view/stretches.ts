/**
 * A long column in stretches, so that the browser passes over those that are out of sight.
 *
 * An element never goes from one stretch to another: React would make it anew, and a half-typed text
 * or a playing video with it. So the first elements of a column stand alone for ever, each later one
 * gets its stretch when it is drawn first, and what is inserted into a stretch becomes a part of it.
 * Only an element that the script moves may end up elsewhere.
 *
 *     1 2 3 … 100   [101 … 150]   [151 … 200]   [201 … 217]
 *
 * Stretches, and not each element for itself: a browser looks at every one that may be out of sight in
 * every frame, and with ten thousand of them a page no longer scrolls.
 */
import type { TreeNode } from "../tree/tree.ts";

/** So many elements stand alone: most columns are shorter, and nothing of them is ever cut. */
const ALONE = 100;

/** How many elements make a stretch. */
const LENGTH = 50;

export interface Stretch {
  /** Null for an element that stands alone. */
  readonly key: string | null;
  readonly nodes: readonly TreeNode[];
}

/** The stretch of each element, for life; null for one that stands alone. */
const stretchOf = new WeakMap<TreeNode, number | null>();

let last = 0;

/** Put the elements of a column into stretches, in their order. */
export function stretches(children: readonly TreeNode[]): Stretch[] {
  const made: { key: string | null; id: number | null; nodes: TreeNode[] }[] = [];
  const seen = new Map<number, number>();
  const following = followingStretches(children);
  for (const [index, node] of children.entries()) {
    const before = made.at(-1);
    let id = stretchOf.get(node);
    if (id === undefined) {
      id = chooseStretch(index, before, following[index] ?? null);
      stretchOf.set(node, id);
    }
    if (id !== null && before?.id === id) before.nodes.push(node);
    else made.push({ key: id === null ? null : keyOf(id, seen), id, nodes: [node] });
  }
  return made;
}

function chooseStretch(
  index: number,
  before: { id: number | null; nodes: readonly TreeNode[] } | undefined,
  following: number | null,
): number | null {
  if (index < ALONE) return null;
  const current = before?.id ?? null;
  const isInside = current !== null && current === following;
  if (current !== null && (isInside || (before?.nodes.length ?? 0) < LENGTH)) return current;
  last += 1;
  return last;
}

/** For each element the stretch of the next one that has one already. */
function followingStretches(children: readonly TreeNode[]): (number | null)[] {
  let next: number | null = null;
  return children
    .map((_, place) => {
      const known = stretchOf.get(children[children.length - 1 - place] as TreeNode);
      if (known !== undefined) next = known;
      return next;
    })
    .reverse();
}

/** A stretch that something was moved into has a second part, with a name of its own. */
function keyOf(id: number, seen: Map<number, number>): string {
  const times = seen.get(id) ?? 0;
  seen.set(id, times + 1);
  return times === 0 ? `stretch ${id}` : `stretch ${id}, part ${times}`;
}
