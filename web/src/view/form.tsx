/** Widgets whose changes wait for a submit button. */
import { Alert, useField } from "../kit/index.ts";
import { useApp } from "./app-context.ts";
import { Vertical } from "./block.tsx";
import { keyClass } from "./element.tsx";
import { Fixed } from "./fixed-height.tsx";
import { cssSize } from "./sizes.ts";
import { staleness } from "./staleness.ts";
import type { ViewProps } from "./view-props.ts";
import "./form.css";

export function FormView({ node, props }: ViewProps<"form">) {
  return (
    <div
      className={["ts-form", "stForm", keyClass(node.key)].filter(Boolean).join(" ")}
      data-testid="stForm"
      data-width={props.width}
      data-border={props.border || undefined}
      {...staleness(node)}
      style={{ inlineSize: cssSize(props.width) }}
    >
      <Fixed height={props.height}>
        <Vertical node={node}>
          <MissingButton />
        </Vertical>
      </Fixed>
    </div>
  );
}

/**
 * The notice about a missing button is always there and seldom shown: form.css knows whether a button
 * is in the form, however deep. Whether the script has ended is told here and not by a selector that
 * begins at the app: with that a browser would look through the whole page twice a run.
 */
function MissingButton() {
  const isRunning = useField(useApp().run, "script") !== "notRunning";
  return (
    <Alert
      tone="warning"
      title="Missing Submit Button"
      className="ts-form-missing"
      data-waiting={isRunning || undefined}
    >
      <p>
        What is entered here reaches the script only when the form is submitted. Add a button with{" "}
        <code>st.form_submit_button()</code>.
      </p>
    </Alert>
  );
}
