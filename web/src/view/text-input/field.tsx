/** A field to type into: its label, the box, and below it what is wrong or what to press. */
import { type ReactNode, useState } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { TextField, type TextFieldProps } from "react-aria-components/TextField";
import type { EnterToSubmit } from "../form-submit.ts";
import { type Labelled, WidgetLabel } from "../widget-label.tsx";
import type { Draft } from "./draft.ts";
import { InputHint } from "./hint.tsx";
import "./box.css";

interface DraftFieldProps<T> extends Omit<TextFieldProps, "className" | "maxLength"> {
  /** The class and the test id that Streamlit has for it. */
  readonly name: string;
  readonly boxTestId: string;
  readonly boxClass?: string;
  readonly props: Labelled & { readonly disabled: boolean };
  readonly draft: Draft<T>;
  readonly enter: EnterToSubmit;
  /** What sends the text, as it is printed on the keyboard. */
  readonly keys?: string;
  /** Whether the text is sent without a key, too. */
  readonly isLive?: boolean;
  readonly maxLength?: number | null;
  /** What stands in the box. */
  readonly children: ReactNode;
}

export function DraftField<T>({
  name,
  boxTestId,
  boxClass = "ts-box",
  props,
  draft,
  enter,
  keys = "Enter",
  isLive = false,
  maxLength = null,
  children,
  ...rest
}: DraftFieldProps<T>) {
  const [isFocused, setFocused] = useState(false);
  const isInvalid = draft.problem !== null;
  return (
    <TextField
      {...rest}
      className={`ts-field ts-hinted ${name}`}
      data-testid={name}
      value={draft.text}
      onChange={draft.type}
      onFocusChange={setFocused}
      onBlur={draft.commit}
      isDisabled={props.disabled}
      isInvalid={isInvalid}
      validationBehavior="aria"
      {...(maxLength !== null && { maxLength })}
    >
      <WidgetLabel props={props} />
      <div
        className={`ts-input ${boxClass}`}
        data-testid={boxTestId}
        data-disabled={props.disabled || undefined}
        data-invalid={isInvalid || undefined}
      >
        {children}
      </div>
      <FieldError className="ts-field-note ts-field-error">{draft.problem}</FieldError>
      <InputHint
        isShown={isFocused && draft.isTyped && !isInvalid}
        action={
          enter.isOn
            ? `Press ${keys} to submit form`
            : !isLive && draft.isDirty && `Press ${keys} to apply`
        }
        length={draft.text.length}
        maxLength={maxLength}
      />
    </TextField>
  );
}
