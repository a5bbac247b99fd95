/** Nested values as a tree, and a button that copies them. */
import { CopyButton } from "../kit/index.ts";
import { JsonTree } from "./json-tree.tsx";
import type { ViewProps } from "./view-props.ts";
import "./json.css";

export function JsonView({ props }: ViewProps<"json">) {
  const { body, expanded, max_expand_depth: depth } = props;
  const openLevels = expanded ? (depth ?? Number.POSITIVE_INFINITY) : 0;
  return (
    <div className="ts-json stJson" data-testid="stJson">
      {/* Another number of open levels is another tree: what a person opened is closed again. */}
      <JsonTree key={openLevels} text={body} openLevels={openLevels} />
      <CopyButton className="ts-json-copy" text={body} />
    </div>
  );
}
