/** The open list of a selectbox or multiselect. */

import { Check } from "lucide-react";
import { type ReactElement, type RefObject, useContext, useRef } from "react";
import type { AriaListBoxOptions } from "react-aria/useListBox";
import { useOption } from "react-aria/useListBox";
import { ListBox, ListBoxContext, ListStateContext } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import type { Node } from "react-stately";
import type { ComboBoxState } from "react-stately/useComboBoxState";
import { Icon } from "../../kit/index.ts";
import type { Row } from "./collection.tsx";
import "./list.css";

/** As high as a list gets; the rest scrolls. */
const MAX_HEIGHT = 304;
const PADDING = 4;

export interface OptionListProps {
  readonly state: ComboBoxState<Row>;
  readonly aria: AriaListBoxOptions<Row>;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly popover: RefObject<HTMLElement | null>;
  /** The field that the list opens below. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** What stands above the rows. */
  readonly note: string | null;
}

export function OptionList({ state, aria, list, popover, box, note }: OptionListProps) {
  const rowHeight = matchMedia("(pointer: coarse)").matches ? 44 : 36;
  const count = state.collection.size;
  const height = Math.min(count * rowHeight + 2 * PADDING, MAX_HEIGHT);
  return (
    <Popover
      ref={popover}
      className="ts-floating ts-list-popover"
      triggerRef={box}
      scrollRef={list}
      placement="bottom start"
      offset={4}
      // As wide as the field, which may reach from edge to edge: pushed off an edge it would be too wide.
      containerPadding={0}
      trigger="ComboBox"
      isNonModal
      isOpen={state.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) state.revert();
      }}
    >
      {(note !== null || count === 0) && <p className="ts-list-note">{note ?? "No results"}</p>}
      <ListStateContext value={state}>
        <ListBoxContext value={{ ...aria, ref: list }}>
          <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight, padding: PADDING }}>
            <ListBox
              className="ts-list"
              data-testid="stSelectboxVirtualDropdown"
              style={{ blockSize: count === 0 ? 0 : height }}
            />
          </Virtualizer>
        </ListBoxContext>
      </ListStateContext>
    </Popover>
  );
}

/** Draw a row; the list calls it for those in sight. */
export function renderRow(node: Node<Row>): ReactElement {
  return <Option node={node} />;
}

function Option({ node }: { node: Node<Row> }) {
  const state = useContext(ListStateContext);
  const ref = useRef<HTMLDivElement>(null);
  if (!state) throw new Error("An option was rendered outside of a list.");
  const option = useOption({ key: node.key }, state, ref);
  return (
    <div
      {...option.optionProps}
      ref={ref}
      className="ts-option"
      data-focused={option.isFocused || undefined}
      data-selected={option.isSelected || undefined}
      data-action={typeof node.key === "string" || undefined}
    >
      <span {...option.labelProps} className="ts-option-text" title={node.textValue}>
        {node.textValue}
      </span>
      {option.isSelected && <Icon of={Check} size={16} />}
    </div>
  );
}
