/** What is chosen in a multiselect, each with a button that removes it. */
import { X } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Tag, TagGroup, TagList } from "react-aria-components/TagGroup";
import { Icon } from "../../kit/index.ts";
import { toPlainText } from "../markdown/index.ts";
import "./chips.css";

/** More chips than these are a number: nobody reads them, and each costs time in every rerun. */
const MOST_CHIPS = 100;

export interface ChipsProps {
  readonly label: string;
  readonly chips: readonly { name: string; text: string }[];
  readonly isDisabled: boolean;
  /** Whether they may take more lines than one; else they scroll sideways. */
  readonly wraps: boolean;
  readonly onRemove: (names: ReadonlySet<string>) => void;
}

export function Chips({ label, chips, isDisabled, wraps, onRemove }: ChipsProps) {
  if (chips.length === 0) return null;
  const shown = chips.slice(0, MOST_CHIPS);
  return (
    <TagGroup
      className="ts-chips"
      aria-label={`Chosen: ${toPlainText(label)}`}
      data-wraps={wraps || undefined}
      {...(!isDisabled && { onRemove: (names) => onRemove(names as ReadonlySet<string>) })}
    >
      <TagList className="ts-chip-list" items={shown}>
        {({ name, text }) => (
          <Tag id={name} textValue={text} className="ts-chip" isDisabled={isDisabled}>
            <span className="ts-chip-text" title={text}>
              {text}
            </span>
            {!isDisabled && (
              <Button slot="remove" className="ts-chip-remove">
                <Icon of={X} size={14} />
              </Button>
            )}
          </Tag>
        )}
      </TagList>
      {chips.length > shown.length && (
        <span className="ts-chip-rest">{`and ${chips.length - shown.length} more`}</span>
      )}
    </TagGroup>
  );
}
