/** The elements of a tree as something that can be kept, up to a limit. */
import { BOTTOM, type Json, MAIN, SIDEBAR } from "../protocol/messages.ts";
import type { Picture, PicturedNode } from "../protocol/picture.ts";
import type { ElementTree } from "./element-tree.ts";
import type { TreeNode } from "./node.ts";

/** More than a person sees before the run has replaced it, and little enough to be read at once. */
const MOST_ELEMENTS = 2_000;
const MOST_BYTES = 1_000_000;

/** Events are left out: a toast is shown once. */
const ROOTS = [MAIN, SIDEBAR, BOTTOM];

/**
 * Take down what a tree shows. Where a limit is reached the rest of the page is left out: it is the
 * part further down, and a gap in between would let everything below it jump.
 */
export function takePicture(
  tree: ElementTree,
  valueFor: (widget: string) => Json | undefined,
  limits = { elements: MOST_ELEMENTS, bytes: MOST_BYTES },
): Picture["roots"] {
  return ROOTS.map((root) => {
    const room = { ...limits };
    const take = (nodes: readonly TreeNode[]): PicturedNode[] => {
      const taken: PicturedNode[] = [];
      for (const node of nodes) {
        room.elements -= 1;
        room.bytes -= sizeOf(node.props);
        if (room.elements < 0 || room.bytes < 0) break;
        const { opId: id, kind, props, block, widget, key, page, fragment, children } = node;
        taken.push({
          content: { id, kind, props, block, widget, key, page, fragment },
          value: widget === null ? undefined : valueFor(widget),
          children: take(children),
        });
      }
      return taken;
    };
    return [root, take(tree.root(root).children)];
  });
}

/** Bytes, about. */
function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 8;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  return Object.values(value).reduce((size: number, one) => size + sizeOf(one), 8);
}
