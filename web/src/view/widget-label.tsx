/** What stands above a widget: its label, and the "?" with its help. */
import { Label } from "react-aria-components/Label";
import { Help } from "../kit/index.ts";
import type { Widget } from "../protocol/elements.ts";
import { RichText, toPlainText } from "./markdown/index.ts";
import "./widget-label.css";

export type Labelled = Pick<Widget, "label" | "help" | "label_visibility">;

export interface WidgetLabelProps {
  readonly props: Labelled;
  /** The control's id, where no field of react-aria ties the two together. */
  readonly htmlFor?: string;
  readonly id?: string;
}

/**
 * A widget's label. "hidden" keeps its room free, "collapsed" takes none; a screen reader hears it
 * either way.
 */
export function WidgetLabel({ props, ...rest }: WidgetLabelProps) {
  const { label, help, label_visibility: visibility } = props;
  if (visibility === "collapsed" || label === "") {
    return (
      <Label {...rest} className="ts-hidden">
        {toPlainText(label)}
      </Label>
    );
  }
  return (
    <div className="ts-widget-label" data-hidden={visibility === "hidden" || undefined}>
      <Label {...rest} className="ts-label stWidgetLabel" data-testid="stWidgetLabel">
        <RichText text={label} inline />
      </Label>
      {visibility === "visible" && <WidgetHelp label={label} help={help} />}
    </div>
  );
}

/** The "?" with an element's help; nothing when it has none. */
export function WidgetHelp({ label, help }: Pick<Widget, "label" | "help">) {
  if (!help) return null;
  return (
    <span className="ts-widget-help stTooltipIcon" data-testid="stTooltipIcon">
      <Help label={`Help for ${toPlainText(label)}`} bubbleTestId="stTooltipContent">
        <RichText text={help} />
      </Help>
    </span>
  );
}
