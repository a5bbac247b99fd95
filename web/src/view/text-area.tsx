/** Lines of text. */
import type { KeyboardEvent } from "react";
import { TextArea } from "react-aria-components/TextArea";
import { isMac } from "./button-shortcut.ts";
import { useEnterToSubmit } from "./form-submit.ts";
import { type Parsed, useDraft } from "./text-input/draft.ts";
import { DraftField } from "./text-input/field.tsx";
import { FILL_IN } from "./text-input/taken-in.ts";
import type { ViewProps } from "./view-props.ts";
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (draft.commit()) enter.press();
  };
  return (
    <DraftField
      name="stTextArea"
      boxTestId="stTextAreaRootElement"
      boxClass="ts-text-area-box"
      props={props}
      draft={draft}
      enter={enter}
      keys={isMac() ? "⌘+Enter" : "Ctrl+Enter"}
      maxLength={props.max_chars}
      data-height={typeof props.height === "number" ? "fixed" : props.height}
      style={{ blockSize: typeof props.height === "number" ? props.height : undefined }}
      onKeyDown={onKeyDown}
    >
      <TextArea
        className="ts-text-area"
        // Where the browser cannot size a field by its content, its lines say how high it is.
        rows={props.height === null ? LINES : linesOf(draft.text)}
        placeholder={props.placeholder ?? ""}
        aria-required={props.required || undefined}
      />
    </DraftField>
  );
}

function parseText(text: string, isRequired: boolean): Parsed<string | null> {
  return isRequired && text.trim() === "" ? { problem: FILL_IN } : { value: text };
}

function linesOf(text: string): number {
  return Math.max(LINES, text.split("\n").length);
}
