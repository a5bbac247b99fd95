/** A checkbox or a switch. */
import { Check } from "lucide-react";
import { Checkbox } from "react-aria-components/Checkbox";
import { Switch } from "react-aria-components/Switch";
import { Icon } from "../kit/index.ts";
import { useWidget } from "./app-context.ts";
import { mayWrap } from "./button-content.tsx";
import { RichText } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";
import { WidgetHelp } from "./widget-label.tsx";
import "./checkbox.css";

export function CheckboxView({ node, props }: ViewProps<"checkbox">) {
  const widget = useWidget<boolean>(node, props, props.default);
  const Control = props.is_toggle ? Switch : Checkbox;
  const visibility = props.label_visibility;
  return (
    <div className="ts-check-row stCheckbox" data-testid="stCheckbox">
      <Control
        className={props.is_toggle ? "ts-switch" : "ts-check"}
        isSelected={widget.value}
        isDisabled={props.disabled}
        onChange={(isSelected) => widget.change(isSelected)}
      >
        <span className="ts-check-mark">
          {props.is_toggle ? <span className="ts-switch-knob" /> : <Icon of={Check} size={14} />}
        </span>
        <span
          className={visibility === "collapsed" ? "ts-hidden" : "ts-check-label"}
          data-hidden={visibility === "hidden" || undefined}
          data-testid="stWidgetLabel"
        >
          <RichText inline text={props.label} wrap={props.wrap ?? mayWrap(node)} />
        </span>
      </Control>
      {visibility === "visible" && <WidgetHelp label={props.label} help={props.help} />}
    </div>
  );
}
