import { Check, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Header } from "react-aria-components/Header";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  MenuSection as AriaMenuSection,
  type MenuSectionProps as AriaMenuSectionProps,
  MenuTrigger,
} from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { Icon } from "./icon.tsx";
import { IconButton } from "./icon-button.tsx";
import "./floating.css";
import "./menu.css";

export interface MenuProps {
  /** The name of the menu and of the button that opens it. */
  readonly label: string;
  readonly icon: LucideIcon;
  /** The test id of the button. */
  readonly testId?: string;
  readonly onOpenChange?: (isOpen: boolean) => void;
  /** MenuItem, MenuSection and MenuDivider elements. */
  readonly children: ReactNode;
}

/** A button with an icon that opens a list of actions below it. */
export function Menu({ label, icon, testId, onOpenChange, children }: MenuProps) {
  return (
    <MenuTrigger {...(onOpenChange && { onOpenChange })}>
      <IconButton icon={icon} label={label} data-testid={testId} />
      <Popover className="ts-floating ts-menu-popover" placement="bottom end" offset={6}>
        <AriaMenu className="ts-menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuItemProps
  extends Omit<AriaMenuItemProps, "children" | "className" | "textValue"> {
  readonly icon?: LucideIcon;
  /** The key that does the same, as it is printed on the keyboard. */
  readonly shortcut?: string;
  readonly children: string;
}

export function MenuItem({ icon, shortcut, children, ...rest }: MenuItemProps) {
  return (
    <AriaMenuItem {...rest} className="ts-menu-item" textValue={children}>
      {({ selectionMode, isSelected }) => (
        <>
          <span className="ts-menu-mark">
            {selectionMode === "none" ? icon && <Icon of={icon} size={16} /> : null}
            {isSelected && <Icon of={Check} size={16} />}
          </span>
          <span className="ts-menu-text">{children}</span>
          {shortcut && <kbd className="ts-menu-key">{shortcut}</kbd>}
        </>
      )}
    </AriaMenuItem>
  );
}

export interface MenuSectionProps
  extends Omit<AriaMenuSectionProps<object>, "className" | "children"> {
  readonly title: string;
  readonly children: ReactNode;
}

/** A titled group; with `selectionMode="single"` it is a choice, marked by a tick. */
export function MenuSection({ title, children, ...rest }: MenuSectionProps) {
  return (
    <AriaMenuSection {...rest} className="ts-menu-section">
      <Header className="ts-menu-title">{title}</Header>
      {children}
    </AriaMenuSection>
  );
}

export function MenuDivider() {
  return <Separator className="ts-menu-divider" />;
}
