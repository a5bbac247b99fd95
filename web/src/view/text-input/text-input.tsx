/** A line of text. */
import { Eye, EyeOff, X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { TextField } from "react-aria-components/TextField";
import type { TextInput } from "../../protocol/elements.ts";
import { ButtonIcon } from "../button-content.tsx";
import { useEnterToSubmit } from "../form-submit.ts";
import type { ViewProps } from "../view-props.ts";
import { WidgetLabel } from "../widget-label.tsx";
import { BoxButton } from "./button.tsx";
import { type Parsed, useDraft } from "./draft.ts";
import { InputHint } from "./hint.tsx";
import { FILL_IN } from "./taken-in.ts";
import "./box.css";

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
  const [isFocused, setFocused] = useState(false);
  const [isRevealed, setRevealed] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (draft.commit()) enter.press();
  };
  const type = props.type === "password" && isRevealed ? "text" : NATIVE_TYPES[props.type];
  return (
    <TextField
      className="ts-field ts-hinted stTextInput"
      data-testid="stTextInput"
      type={type}
      value={draft.text}
      onChange={draft.type}
      onKeyDown={onKeyDown}
      onFocusChange={setFocused}
      onBlur={draft.commit}
      isDisabled={props.disabled}
      isInvalid={draft.problem !== null}
      autoComplete={props.autocomplete}
      validationBehavior="aria"
      {...(props.max_chars !== null && { maxLength: props.max_chars })}
    >
      <WidgetLabel props={props} />
      <div
        className="ts-input ts-box"
        data-testid="stTextInputRootElement"
        data-disabled={props.disabled || undefined}
        data-invalid={draft.problem !== null || undefined}
      >
        {props.icon && (
          <span className="ts-box-icon" data-testid="stTextInputIcon">
            <ButtonIcon icon={props.icon} />
          </span>
        )}
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
      </div>
      <FieldError className="ts-field-note ts-field-error">{draft.problem}</FieldError>
      <InputHint
        isShown={isFocused && draft.isTyped && draft.problem === null}
        action={
          enter.isOn
            ? "Press Enter to submit form"
            : props.live_after_ms === null && draft.isDirty && "Press Enter to apply"
        }
        length={draft.text.length}
        maxLength={props.max_chars}
      />
    </TextField>
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
