import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components/TextField";
import "./field.css";

export interface TextFieldProps extends Omit<AriaTextFieldProps, "children" | "className"> {
  readonly label: string;
  readonly placeholder?: string;
  /** One line below the field. */
  readonly description?: ReactNode;
  /** What is wrong with the value; takes the description's place and marks the field. */
  readonly error?: string | undefined;
}

/** One line of text with its label. */
export function TextField({ label, placeholder, description, error, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} className="ts-field" isInvalid={error !== undefined}>
      <Label className="ts-label">{label}</Label>
      <Input className="ts-input" {...(placeholder && { placeholder })} />
      {description && error === undefined && (
        <Text slot="description" className="ts-field-note">
          {description}
        </Text>
      )}
      <FieldError className="ts-field-note ts-field-error">{error}</FieldError>
    </AriaTextField>
  );
}
