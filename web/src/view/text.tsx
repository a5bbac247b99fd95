/** Text as it is, without markdown. */
import type { ViewProps } from "./registry.ts";
import "./text.css";

export function TextView({ props }: ViewProps<"text">) {
  return (
    <div
      className="ts-text stText"
      data-testid="stText"
      data-wrap={props.wrap}
      style={{ textAlign: props.alignment }}
    >
      {props.body}
    </div>
  );
}
