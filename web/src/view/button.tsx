/** A button; in a form, the one that submits it. */
import { useRef } from "react";
import { Button } from "../kit/index.ts";
import { useApp, useWidget } from "./app-context.ts";
import { ButtonContent } from "./button-content.tsx";
import { ButtonHelp } from "./button-help.tsx";
import { useShortcut } from "./button-shortcut.ts";
import { formAround, submit } from "./form-submit.ts";
import type { ViewProps } from "./view-props.ts";

export function ButtonView({ node, props }: ViewProps<"button">) {
  const { values } = useApp();
  const widget = useWidget(node, props, false);
  const place = useRef<HTMLDivElement>(null);
  const press = () => {
    if (props.disabled) return;
    const form = props.submits ? formAround(node) : null;
    if (form) submit(values, form, node);
    else widget.trigger();
  };
  useShortcut(props.shortcut, place, press);
  const testId = props.submits ? "stFormSubmitButton" : "stButton";
  return (
    <div ref={place} className={testId} data-testid={testId}>
      <ButtonHelp help={props.help}>
        <Button
          variant={props.type}
          wide={props.width !== "content"}
          isDisabled={props.disabled}
          onPress={press}
          data-testid={`stBaseButton-${props.type}${props.submits ? "FormSubmit" : ""}`}
        >
          <ButtonContent node={node} props={props} />
        </Button>
      </ButtonHelp>
    </div>
  );
}
