/** The elements of a container. */
import { memo, type ReactNode } from "react";
import type { TreeNode } from "../tree/tree.ts";
import { Element } from "./element.tsx";
import { stretches } from "./stretches.ts";
import "./block.css";

/** Elements side by side, or on top of each other. */
export function Children({ node }: { node: TreeNode }) {
  return node.children.map((child) => <Element key={child.id} node={child} />);
}

/** Elements one below the other, however many. */
export function Stack({ node }: { node: TreeNode }) {
  return stretches(node.children).map(({ key, nodes: [first, ...others] }) => {
    if (!first) return null;
    if (key === null) return <Element key={first.id} node={first} />;
    return <StretchView key={key} nodes={[first, ...others]} />;
  });
}

const StretchView = memo(
  function StretchView({ nodes }: { nodes: readonly TreeNode[] }) {
    return (
      <div className="ts-stretch">
        {nodes.map((node) => (
          <Element key={node.id} node={node} />
        ))}
      </div>
    );
  },
  (before, after) =>
    before.nodes.length === after.nodes.length &&
    before.nodes.every((node, place) => node === after.nodes[place]),
);

interface VerticalProps {
  node: TreeNode;
  /** What stands below the elements. */
  children?: ReactNode;
}

/** A column of elements. */
export function Vertical({ node, children }: VerticalProps) {
  return (
    <div className="ts-vertical stVerticalBlock" data-testid="stVerticalBlock">
      <Stack node={node} />
      {children}
    </div>
  );
}
