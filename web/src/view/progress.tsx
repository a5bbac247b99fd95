/** How much of something is done. */
import { ProgressBar } from "react-aria-components/ProgressBar";
import { RichText, toPlainText } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";
import "./progress.css";

export function ProgressView({ props: { value, text } }: ViewProps<"progress">) {
  return (
    <div className="ts-progress-element stProgress" data-testid="stProgress">
      {text && <RichText inline text={text} />}
      <ProgressBar
        value={value}
        aria-label={toPlainText(text) || "Progress"}
        className="ts-progress-track"
      >
        <div className="ts-progress-done" style={{ inlineSize: `${value}%` }} />
      </ProgressBar>
    </div>
  );
}
