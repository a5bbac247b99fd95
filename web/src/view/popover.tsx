/** A button that opens a box over the page. */
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Button, Icon } from "../kit/index.ts";
import { useWidget } from "./app-context.ts";
import { Vertical } from "./block.tsx";
import { keyClass } from "./element.tsx";
import { Glyph, RichText, toPlainText } from "./markdown/index.ts";
import { cssSize } from "./sizes.ts";
import { staleness } from "./staleness.ts";
import type { ViewProps } from "./view-props.ts";
import { WithHelp } from "./with-help.tsx";
import "./popover.css";

export function PopoverView({ node, props }: ViewProps<"popover">) {
  const widget = useWidget<boolean>(node, props, false);
  const [own, setOwn] = useState(false);
  const isOpen = node.widget ? widget.value : own;
  return (
    <div
      className={["ts-popover-place", "stPopover", keyClass(node.key)].filter(Boolean).join(" ")}
      data-testid="stPopover"
      {...staleness(node)}
      style={{ inlineSize: cssSize(props.width) }}
    >
      <WithHelp help={props.help}>
        <DialogTrigger
          isOpen={isOpen}
          onOpenChange={node.widget ? (open) => widget.change(open) : setOwn}
        >
          <Button
            variant={props.type}
            wide={props.width === "stretch"}
            isDisabled={props.disabled}
            data-testid="stPopoverButton"
          >
            {props.icon && <Glyph icon={props.icon} />}
            <RichText inline links={false} text={props.label} wrap={props.wrap ?? true} />
            <Icon of={ChevronDown} size={16} />
          </Button>
          <Popover className="ts-popover" placement="bottom start">
            <Dialog
              className="ts-popover-body"
              aria-label={toPlainText(props.label) || "More"}
              data-testid="stPopoverBody"
            >
              <Vertical node={node} />
            </Dialog>
          </Popover>
        </DialogTrigger>
      </WithHelp>
    </div>
  );
}
