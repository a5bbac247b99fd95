/** One element on the page: its place, its width, and the component that draws it. */
import { memo, Suspense } from "react";
import type { TreeNode } from "../tree/tree.ts";
import { useApp, useNode } from "./app-context.ts";
import { ElementBoundary } from "./element-boundary.tsx";
import { cssSize } from "./sizes.ts";
import { staleness } from "./staleness.ts";
import "./element.css";

export const Element = memo(function Element({ node }: { node: TreeNode }) {
  const { viewOf } = useApp();
  useNode(node);
  const View = viewOf(node.kind);
  if (!View) return null;
  const content = (
    <ElementBoundary node={node}>
      <Suspense fallback={null}>
        <View node={node} props={node.props} />
      </Suspense>
    </ElementBoundary>
  );
  if (node.block) return content;
  const width = "width" in node.props ? node.props.width : "stretch";
  return (
    <div
      className={["ts-element", "stElementContainer", "element-container", keyClass(node.key)]
        .filter(Boolean)
        .join(" ")}
      data-testid="stElementContainer"
      data-width={width}
      {...staleness(node)}
      style={{ inlineSize: cssSize(width) }}
    >
      {content}
    </div>
  );
});

/** The class by which an author's own CSS finds a keyed element. */
export function keyClass(key: string | null): string | undefined {
  return key === null ? undefined : `st-key-${key.trim().replace(/[^a-zA-Z0-9_-]/g, "-")}`;
}
