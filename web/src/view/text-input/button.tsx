/** A small button inside of a field's box. */
import type { LucideIcon } from "lucide-react";
import { Button, type ButtonProps } from "react-aria-components/Button";
import { Icon } from "../../kit/index.ts";

interface BoxButtonProps extends Omit<ButtonProps, "children" | "className"> {
  readonly icon: LucideIcon;
  /** What it does, in words. */
  readonly label: string;
}

/** It takes no part in the order of the Tab key where the keyboard has a way of its own. */
export function BoxButton({ icon, label, ...rest }: BoxButtonProps) {
  return (
    <Button {...rest} slot={null} className="ts-box-button" aria-label={label}>
      <Icon of={icon} size={16} />
    </Button>
  );
}
