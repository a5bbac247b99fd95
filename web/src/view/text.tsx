/** Text as it is, without markdown. */
import type { ViewProps } from "./view-props.ts";
import { WithHelp } from "./with-help.tsx";
import "./text.css";

export function TextView({ props }: ViewProps<"text">) {
  return (
    <WithHelp help={props.help}>
      <div
        className="ts-text stText"
        data-testid="stText"
        data-wrap={props.wrap}
        style={{ textAlign: props.alignment }}
      >
        {props.body}
      </div>
    </WithHelp>
  );
}
