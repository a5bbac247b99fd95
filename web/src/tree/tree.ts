/** The face of the tree. */

export { ElementTree } from "./element-tree.ts";
export type { TreeNode } from "./node.ts";
export { takePicture } from "./take-picture.ts";
