import type { LucideIcon } from "lucide-react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components/Button";
import type { ControlSize } from "./button.tsx";
import { classes } from "./classes.ts";
import { Icon } from "./icon.tsx";
import { Tooltip } from "./tooltip.tsx";
import "./icon-button.css";

export interface IconButtonProps extends Omit<AriaButtonProps, "children" | "className"> {
  readonly icon: LucideIcon;
  /** What the button does, in words: its name for a screen reader and its tooltip. */
  readonly label: string;
  readonly size?: ControlSize;
  readonly className?: string | undefined;
}

/** A button that shows an icon alone. */
export function IconButton({ icon, label, size = "medium", className, ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classes("ts-icon-button", className)}
        data-size={size}
      >
        <Icon of={icon} size={size === "small" ? 16 : 18} />
      </AriaButton>
    </Tooltip>
  );
}
