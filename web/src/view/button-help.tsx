/** What a button's help says, beside the button while it is pointed at or has the focus. */
import type { ReactNode } from "react";
import { Tooltip } from "../kit/index.ts";
import { RichText } from "./markdown/index.ts";

export function ButtonHelp({ help, children }: { help: string | null; children: ReactNode }) {
  if (!help) return children;
  const content = (
    <div data-testid="stTooltipContent">
      <RichText text={help} />
    </div>
  );
  return <Tooltip content={content}>{children}</Tooltip>;
}
