/** A date or a time while its field is still being fetched: it looks the same and does nothing yet. */
import type { Labelled } from "../widget-label.tsx";
import { WidgetLabel } from "../widget-label.tsx";
import "../text-input/box.css";

interface PendingBoxProps {
  readonly props: Labelled;
  readonly testId: "stDateInput" | "stTimeInput" | "stColorPicker";
  readonly text: string;
}

export function PendingBox({ props, testId, text }: PendingBoxProps) {
  return (
    <div className={`ts-field ${testId}`} data-testid={testId} aria-busy="true">
      <WidgetLabel props={props} />
      <div className="ts-input ts-box">{text}</div>
    </div>
  );
}
