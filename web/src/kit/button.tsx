import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components/Button";
import { classes } from "./classes.ts";
import { Icon } from "./icon.tsx";
import "./button.css";

/**
 * Primary is the one thing to do here; secondary is the usual button; tertiary is quiet, without a
 * box.
 */
export type ButtonVariant = "primary" | "secondary" | "tertiary";
export type ControlSize = "medium" | "small";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className"> {
  readonly variant?: ButtonVariant;
  readonly size?: ControlSize;
  readonly icon?: LucideIcon;
  /** Takes the whole width of its container. */
  readonly wide?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Button({
  variant = "secondary",
  size = "medium",
  icon,
  wide = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classes("ts-button", className)}
      data-variant={variant}
      data-size={size}
      data-wide={wide || undefined}
    >
      {icon && <Icon of={icon} size={size === "small" ? 16 : 18} />}
      {children}
    </AriaButton>
  );
}
