/** A formula on lines of its own. */
import { MathText } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";
import { WithHelp } from "./with-help.tsx";

export function LatexView({ props }: ViewProps<"latex">) {
  return (
    <div className="ts-latex stMarkdown" data-testid="stMarkdown">
      <WithHelp help={props.help}>
        <MathText tex={props.body} display />
      </WithHelp>
    </div>
  );
}
