/** The whole content of a cell, opened by a double click or Enter: what does not fit into one line. */
import { useRef } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { Cell } from "../../protocol/frame.ts";
import { JsonTree } from "../json-tree.tsx";
import { listItems, shownText } from "./field-text.ts";
import type { Field } from "./fields.ts";
import { type Bounds, GridAnchor } from "./grid-anchor.tsx";

export interface CellPlace {
  readonly field: Field;
  readonly value: Cell;
  /** The cell on the screen. */
  readonly bounds: Bounds;
}

export function CellPopup({ place, onClose }: { place: CellPlace; onClose: () => void }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const { field, value, bounds } = place;
  return (
    <>
      <GridAnchor ref={anchor} bounds={bounds} />
      <Popover
        className="ts-cell-popup"
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Dialog aria-label={`${field.title || "Cell"}, whole content`}>
          <CellContent field={field} value={value} />
        </Dialog>
      </Popover>
    </>
  );
}

function CellContent({ field, value }: { field: Field; value: Cell }) {
  if (field.kind === "image") return <img src={String(value)} alt={field.title} />;
  if (field.kind === "json" && typeof value === "string") return <JsonTree text={value} />;
  const items = field.kind === "list" ? listItems(value) : undefined;
  if (items) {
    return (
      <ul>
        {items.map((item, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its place only
          <li key={place}>{typeof item === "string" ? item : JSON.stringify(item)}</li>
        ))}
      </ul>
    );
  }
  return <pre>{shownText(field, value)}</pre>;
}
