import type { TreeNode } from "../../tree/tree.ts";
import { useNode } from "../app-context.ts";
import { Vertical } from "../block.tsx";

/** The elements of a root, one below the other. */
export function Column({ node }: { node: TreeNode }) {
  useNode(node);
  return <Vertical node={node} />;
}
