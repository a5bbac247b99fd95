/** Elements one below the other, or side by side; columns are its children, too. */
import type { CSSProperties } from "react";
import type { Column, FlexContainer } from "../protocol/elements.ts";
import { Children, Stack, Vertical } from "./block.tsx";
import { keyClass } from "./element.tsx";
import { Fixed } from "./fixed-height.tsx";
import { cssSize, gapSize } from "./sizes.ts";
import { staleness } from "./staleness.ts";
import type { ViewProps } from "./view-props.ts";
import "./flex-container.css";

export function FlexContainerView({ node, props }: ViewProps<"flex_container">) {
  const testId = props.direction === "horizontal" ? "stHorizontalBlock" : "stVerticalBlock";
  return (
    <div
      className={["ts-layout", "stLayoutWrapper", keyClass(node.key)].filter(Boolean).join(" ")}
      data-testid="stLayoutWrapper"
      data-width={props.width}
      {...staleness(node)}
      style={{ inlineSize: cssSize(props.width) }}
    >
      <Fixed height={props.height} autoscroll={props.autoscroll ?? false}>
        <div
          className={`ts-flex ${testId}`}
          data-testid={testId}
          data-direction={props.direction}
          data-border={props.border || undefined}
          data-wrap={props.wrap}
          style={flexStyle(props)}
        >
          {props.direction === "vertical" ? <Stack node={node} /> : <Children node={node} />}
        </div>
      </Fixed>
    </div>
  );
}

export function ColumnView({ node, props }: ViewProps<"column">) {
  return (
    <div
      className="ts-flex-column stColumn"
      data-testid="stColumn"
      data-border={props.border || undefined}
      {...staleness(node)}
      style={columnStyle(props)}
    >
      <Vertical node={node} />
    </div>
  );
}

const PLACE: Record<string, string> = {
  left: "flex-start",
  top: "flex-start",
  center: "center",
  right: "flex-end",
  bottom: "flex-end",
  distribute: "space-between",
  stretch: "stretch",
};

function flexStyle(props: FlexContainer): CSSProperties {
  const along =
    props.direction === "horizontal" ? props.horizontal_alignment : props.vertical_alignment;
  const across =
    props.direction === "horizontal" ? props.vertical_alignment : props.horizontal_alignment;
  return {
    gap: gapSize(props.gap),
    justifyContent: PLACE[along],
    alignItems: props.direction === "vertical" && across === "left" ? undefined : PLACE[across],
  };
}

function columnStyle({ weight, vertical_alignment }: Column): CSSProperties {
  return {
    flexGrow: weight,
    justifyContent: PLACE[vertical_alignment],
  };
}
