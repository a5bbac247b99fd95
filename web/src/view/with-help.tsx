/** An element's content with the "?" that explains it, where its author wrote an explanation. */
import type { ReactNode } from "react";
import { Help } from "../kit/index.ts";
import { RichText } from "./markdown/index.ts";
import "./with-help.css";

export function WithHelp({ help, children }: { help: string | null; children: ReactNode }) {
  if (!help) return children;
  return (
    <div className="ts-with-help">
      <div className="ts-with-help-content">{children}</div>
      <span data-testid="stTooltipIcon">
        <Help bubbleTestId="stTooltipContent">
          <RichText text={help} />
        </Help>
      </span>
    </div>
  );
}
