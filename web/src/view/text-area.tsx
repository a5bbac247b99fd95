/** Lines of text. */
import { type KeyboardEvent, useState } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";
import { isMac } from "./button-shortcut.ts";
import { useEnterToSubmit } from "./form-submit.ts";
import { type Parsed, useDraft } from "./text-input/draft.ts";
import { InputHint } from "./text-input/hint.tsx";
import { FILL_IN } from "./text-input/taken-in.ts";
import type { ViewProps } from "./view-props.ts";
import { WidgetLabel } from "./widget-label.tsx";
import "./text-area.css";

/** How many lines there is room for where the author does not say. */
const LINES = 3;

export function TextAreaView({ node, props }: ViewProps<"text_area">) {
  const draft = useDraft<string | null>(node, props, {
    initial: props.default,
    toText: (value) => value ?? "",
    parse: (text) => parseText(text, props.required),
  });
  const enter = useEnterToSubmit(node);
  const [isFocused, setFocused] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (draft.commit()) enter.press();
  };
  const keys = isMac() ? "⌘+Enter" : "Ctrl+Enter";
  return (
    <TextField
      className="ts-field ts-hinted stTextArea"
      data-testid="stTextArea"
      data-height={typeof props.height === "number" ? "fixed" : props.height}
      style={{ blockSize: typeof props.height === "number" ? props.height : undefined }}
      value={draft.text}
      onChange={draft.type}
      onKeyDown={onKeyDown}
      onFocusChange={setFocused}
      onBlur={draft.commit}
      isDisabled={props.disabled}
      isInvalid={draft.problem !== null}
      validationBehavior="aria"
      {...(props.max_chars !== null && { maxLength: props.max_chars })}
    >
      <WidgetLabel props={props} />
      <div
        className="ts-input ts-text-area-box"
        data-testid="stTextAreaRootElement"
        data-disabled={props.disabled || undefined}
        data-invalid={draft.problem !== null || undefined}
      >
        <TextArea
          className="ts-text-area"
          // Where the browser cannot size a field by its content, its lines say how high it is.
          rows={props.height === null ? LINES : linesOf(draft.text)}
          placeholder={props.placeholder ?? ""}
          aria-required={props.required || undefined}
        />
      </div>
      <FieldError className="ts-field-note ts-field-error">{draft.problem}</FieldError>
      <InputHint
        isShown={isFocused && draft.isTyped && draft.problem === null}
        action={
          enter.isOn ? `Press ${keys} to submit form` : draft.isDirty && `Press ${keys} to apply`
        }
        length={draft.text.length}
        maxLength={props.max_chars}
      />
    </TextField>
  );
}

function parseText(text: string, isRequired: boolean): Parsed<string | null> {
  return isRequired && text.trim() === "" ? { problem: FILL_IN } : { value: text };
}

function linesOf(text: string): number {
  return Math.max(LINES, text.split("\n").length);
}
