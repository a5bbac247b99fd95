/** A colour: a swatch that opens what it is chosen with. */
import { useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { useWidget } from "./app-context.ts";
import { useChunk } from "./assets.ts";
import { toPlainText } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";
import { WidgetLabel } from "./widget-label.tsx";
import "./color-picker.css";

export function ColorPickerView({ node, props }: ViewProps<"color_picker">) {
  const widget = useWidget<string>(node, props, props.default);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  // Fetched when somebody is about to open it.
  const [isWanted, setWanted] = useState(false);
  const { value: colours } = useChunk("colours", isWanted);
  const label = toPlainText(props.label);
  return (
    <div
      className="ts-field stColorPicker"
      data-testid="stColorPicker"
      data-disabled={props.disabled || undefined}
    >
      <WidgetLabel props={props} />
      <Button
        ref={button}
        className="ts-input ts-swatch-button"
        data-testid="stColorPickerBlock"
        aria-label={`${label || "Colour"}: ${widget.value}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        isDisabled={props.disabled}
        onHoverStart={() => setWanted(true)}
        onFocus={() => setWanted(true)}
        onPress={() => {
          setWanted(true);
          setOpen(!isOpen);
        }}
      >
        <span className="ts-swatch" style={{ background: widget.value }} />
        <span className="ts-swatch-text">{widget.value}</span>
      </Button>
      <Popover
        className="ts-floating"
        data-testid="stColorPickerPopover"
        triggerRef={button}
        placement="bottom start"
        offset={4}
        isOpen={isOpen && colours !== undefined}
        onOpenChange={setOpen}
      >
        <Dialog className="ts-floating-dialog" aria-label={label || "Colour"}>
          {colours && <colours.ColourPanel value={widget.value} onChange={widget.change} />}
        </Dialog>
      </Popover>
    </div>
  );
}
