/** A number to type or to step. */
import { Minus, Plus, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Input } from "react-aria-components/Input";
import type { NumberInput } from "../../protocol/elements.ts";
import { useEnterToSubmit } from "../form-submit.ts";
import { formatNumber } from "../format/number.ts";
import { BoxButton } from "../text-input/button.tsx";
import { useDraft } from "../text-input/draft.ts";
import { DraftField } from "../text-input/field.tsx";
import { BoxIcon } from "../text-input/icon.tsx";
import type { ViewProps } from "../view-props.ts";
import { useHeld } from "./held.ts";
import { parseNumber, stepped } from "./parse.ts";

export function NumberInputView({ node, props }: ViewProps<"number_input">) {
  const draft = useDraft<number | null>(node, props, {
    initial: props.default,
    toText: (value) => (value === null ? "" : formatNumber(value, props.format)),
    parse: (text) => parseNumber(text, props),
  });
  const enter = useEnterToSubmit(node);
  const step = (by: number) => {
    const typed = draft.isTyped ? parseNumber(draft.text, props) : { value: draft.value };
    draft.choose(stepped("value" in typed ? typed.value : draft.value, by, props));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by !== undefined) step(by);
    else if (event.key === "Escape" && isClearable(props)) draft.choose(null);
    else if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.key === "Enter" && draft.commit()) enter.press();
  };
  const { value } = draft;
  const { min, max, disabled } = props;
  const isLowest = value !== null && min !== null && value <= min;
  const isHighest = value !== null && max !== null && value >= max;
  const decrease = useHeld(() => step(-1), disabled || isLowest);
  const increase = useHeld(() => step(1), disabled || isHighest);
  return (
    <DraftField
      name="stNumberInput"
      boxTestId="stNumberInputContainer"
      props={props}
      draft={draft}
      enter={enter}
      autoComplete="off"
      onKeyDown={onKeyDown}
      // A phone's number pad has no minus.
      {...(props.min !== null && props.min >= 0 && { inputMode: "decimal" })}
    >
      <BoxIcon icon={props.icon} testId="stNumberInputIcon" />
      <Input
        className="ts-box-input"
        data-testid="stNumberInputField"
        role="spinbutton"
        aria-valuenow={value ?? undefined}
        aria-valuetext={draft.text || undefined}
        aria-valuemin={props.min ?? undefined}
        aria-valuemax={props.max ?? undefined}
        aria-required={props.required || undefined}
        placeholder={props.placeholder ?? ""}
      />
      {isClearable(props) && draft.text !== "" && !props.disabled && (
        <BoxButton
          icon={X}
          label="Clear value"
          excludeFromTabOrder
          preventFocusOnPress
          onPress={() => draft.choose(null)}
          data-testid="stNumberInputClearButton"
        />
      )}
      <BoxButton
        icon={Minus}
        label="Decrease"
        excludeFromTabOrder
        preventFocusOnPress
        {...decrease}
        data-testid="stNumberInputStepDown"
      />
      <BoxButton
        icon={Plus}
        label="Increase"
        excludeFromTabOrder
        preventFocusOnPress
        {...increase}
        data-testid="stNumberInputStepUp"
      />
    </DraftField>
  );
}

/** Steps that keys take. */
const STEPS: Readonly<Record<string, number | undefined>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/** Whether a person can go back to nothing: there was nothing at first. */
function isClearable(props: NumberInput): boolean {
  return props.default === null && !props.required;
}
