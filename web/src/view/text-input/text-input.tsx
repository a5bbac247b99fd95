/** A line of text. */
import { Eye, EyeOff, X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { Input } from "react-aria-components/Input";
import type { TextInput } from "../../protocol/elements.ts";
import { useEnterToSubmit } from "../form-submit.ts";
import type { ViewProps } from "../view-props.ts";
import { BoxButton } from "./button.tsx";
import { type Parsed, useDraft } from "./draft.ts";
import { DraftField } from "./field.tsx";
import { BoxIcon } from "./icon.tsx";
import { FILL_IN } from "./taken-in.ts";

/** The browser's own types: they choose the keyboard of a phone and what is filled in by itself. */
const NATIVE_TYPES: Readonly<Record<TextInput["type"], string>> = {
  default: "text",
  password: "password",
  email: "email",
  url: "url",
  phone: "tel",
  search: "search",
};

export function TextInputView({ node, props }: ViewProps<"text_input">) {
  const draft = useDraft<string | null>(node, props, {
    initial: props.default,
    toText: (value) => value ?? "",
    parse: (text) => parseText(text, props),
    liveAfterMs: props.live_after_ms,
  });
  const enter = useEnterToSubmit(node);
  const [isRevealed, setRevealed] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (draft.commit()) enter.press();
  };
  const type = props.type === "password" && isRevealed ? "text" : NATIVE_TYPES[props.type];
  return (
    <DraftField
      name="stTextInput"
      boxTestId="stTextInputRootElement"
      props={props}
      draft={draft}
      enter={enter}
      isLive={props.live_after_ms !== null}
      maxLength={props.max_chars}
      type={type}
      autoComplete={props.autocomplete}
      onKeyDown={onKeyDown}
    >
      <BoxIcon icon={props.icon} testId="stTextInputIcon" />
      <Input
        className="ts-box-input"
        placeholder={props.placeholder ?? ""}
        aria-required={props.required || undefined}
        spellCheck={props.type === "default" ? undefined : false}
      />
      {props.type === "password" && (
        <BoxButton
          icon={isRevealed ? EyeOff : Eye}
          label={isRevealed ? "Hide password text" : "Show password text"}
          preventFocusOnPress
          onPress={() => setRevealed(!isRevealed)}
        />
      )}
      {props.type === "search" && draft.text !== "" && !props.disabled && (
        <BoxButton
          icon={X}
          label="Clear search"
          preventFocusOnPress
          onPress={() => draft.choose("")}
          data-testid="stTextInputClearButton"
        />
      )}
    </DraftField>
  );
}

type TextRules = Pick<TextInput, "required" | "pattern" | "pattern_message">;

/** The value that a text means, after the author's rules. */
function parseText(text: string, rules: TextRules): Parsed<string | null> {
  if (rules.required && text.trim() === "") return { problem: FILL_IN };
  if (text === "" || rules.pattern === null) return { value: text };
  const pattern = tryPattern(rules.pattern);
  if (!pattern) {
    return { problem: `The author's rule for this field, ${rules.pattern}, cannot be read.` };
  }
  if (!pattern.test(text)) {
    return { problem: rules.pattern_message ?? "This does not have the form that is asked for." };
  }
  return { value: text };
}

/** An author's regular expression; null for one that JavaScript cannot read, which nothing matches. */
function tryPattern(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return null;
  }
}
