/** What can be done with a column: a menu at its header. */
import { ArrowDown, ArrowUp, EyeOff, Pin, PinOff } from "lucide-react";
import { useRef } from "react";
import { Menu as AriaMenu } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { MenuDivider, MenuItem } from "../../kit/index.ts";
import type { Field } from "./fields.ts";
import { type Bounds, GridAnchor } from "./grid-anchor.tsx";
import type { Sorting } from "./sort.ts";

export interface MenuPlace {
  readonly field: Field;
  /** The header on the screen. */
  readonly bounds: Bounds;
}

interface HeaderMenuProps {
  readonly place: MenuPlace;
  readonly onSort: (direction: Sorting["direction"]) => void;
  readonly onPin: () => void;
  readonly onHide: () => void;
  readonly onClose: () => void;
}

export function HeaderMenu({ place, onSort, onPin, onHide, onClose }: HeaderMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const { field, bounds } = place;
  return (
    <>
      <GridAnchor ref={anchor} bounds={bounds} />
      <Popover
        className="ts-floating ts-menu-popover"
        triggerRef={anchor}
        placement="bottom end"
        offset={4}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <AriaMenu className="ts-menu" aria-label={`Column ${field.title}`} onClose={onClose}>
          <MenuItem icon={ArrowUp} onAction={() => onSort("ascending")}>
            Sort ascending
          </MenuItem>
          <MenuItem icon={ArrowDown} onAction={() => onSort("descending")}>
            Sort descending
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={field.isPinned ? PinOff : Pin} onAction={onPin}>
            {field.isPinned ? "Unpin column" : "Pin column"}
          </MenuItem>
          <MenuItem icon={EyeOff} onAction={onHide}>
            Hide column
          </MenuItem>
        </AriaMenu>
      </Popover>
    </>
  );
}
