/** A program's text. */
import { CodeBlock } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";

export function CodeView({ props }: ViewProps<"code">) {
  const { body, language, line_numbers, wrap_lines, height } = props;
  return (
    <div className="ts-code-element stCode" data-testid="stCode">
      <CodeBlock
        code={body}
        language={language}
        lineNumbers={line_numbers}
        wrapLines={wrap_lines}
        height={typeof height === "number" ? height : undefined}
      />
    </div>
  );
}
