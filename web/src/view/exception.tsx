/** An exception: one sentence, the author's line with its neighbours, the trace folded away. */
import type { ViewProps } from "./registry.ts";

export function ExceptionView({ props }: ViewProps<"exception">) {
  return (
    <div className="ts-exception stException" data-testid="stException" role="alert">
      <p>
        <strong>{props.type}</strong>: {props.text}
      </p>
      <pre>{props.trace.join("\n")}</pre>
    </div>
  );
}
