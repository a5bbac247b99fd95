/** The elements of a container, one below the other. */
import type { TreeNode } from "../tree/tree.ts";
import { Element } from "./element.tsx";

export function Children({ node }: { node: TreeNode }) {
  return node.children.map((child) => <Element key={child.id} node={child} />);
}
