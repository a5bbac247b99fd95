/** The parts of a date, each typed or stepped by itself, in the order of the author's format. */
import { Fragment, useContext } from "react";
import { DateFieldStateContext, DateSegment } from "react-aria-components/DateField";
import { Group } from "react-aria-components/Group";
import { formatParts } from "./days.ts";

export function DateSegments({ format }: { format: string }) {
  const state = useContext(DateFieldStateContext);
  if (!state) throw new Error("Segments of a date were rendered outside of a date field.");
  return (
    <Group className="ts-segments">
      {formatParts(format).map((part, place) => {
        const segment = state.segments.find(({ type }) => type === part);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same stroke stands between all parts
          <Fragment key={place}>
            {segment ? (
              <DateSegment className="ts-segment" segment={segment}>
                {segment.isPlaceholder ? PLACEHOLDERS[part] : segment.text}
              </DateSegment>
            ) : (
              <span className="ts-segment-between" aria-hidden="true">
                {part}
              </span>
            )}
          </Fragment>
        );
      })}
    </Group>
  );
}

const PLACEHOLDERS: Readonly<Record<string, string>> = { year: "YYYY", month: "MM", day: "DD" };
