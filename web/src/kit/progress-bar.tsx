import { ProgressBar as AriaProgressBar } from "react-aria-components/ProgressBar";
import "./progress-bar.css";

export interface ProgressBarProps {
  /** From 0 to 1. */
  readonly value: number;
  /** What is in progress: "Loading Python". */
  readonly label: string;
  /** What the value means, for a screen reader: "4.1 of 6.3 MB". */
  readonly valueLabel?: string;
}

/** The line of 2 px on top of the page that fills while the app loads. */
export function ProgressBar({ value, label, valueLabel }: ProgressBarProps) {
  return (
    <AriaProgressBar
      className="ts-progress"
      aria-label={label}
      value={value}
      maxValue={1}
      {...(valueLabel !== undefined && { valueLabel })}
    >
      <span className="ts-progress-fill" style={{ transform: `scaleX(${value})` }} />
    </AriaProgressBar>
  );
}
