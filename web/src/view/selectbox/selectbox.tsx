/** One of many options, or a new one. */
import { X } from "lucide-react";
import { useCallback } from "react";
import { useWidget } from "../app-context.ts";
import { BoxButton } from "../text-input/button.tsx";
import { BoxIcon } from "../text-input/icon.tsx";
import { useRequired } from "../text-input/taken-in.ts";
import type { ViewProps } from "../view-props.ts";
import type { Row } from "./collection.tsx";
import { Combo } from "./combo.tsx";
import { findOptions } from "./filter.ts";
import { isNewOption, optionNames, optionText, SHORT_LIST } from "./options.ts";

/** The row that takes what is typed as a new option. */
const ADD = "add";

export function SelectboxView({ node, props }: ViewProps<"selectbox">) {
  const widget = useWidget<string | null>(node, props, props.default);
  const { options, accept_new_options: acceptsNew, filter_mode: mode } = props;
  const names = optionNames(props);
  const find = useCallback(
    (typed: string): Row[] => {
      if (typed === "" || mode === null) return options.map((text, key) => ({ key, text }));
      const rows: Row[] = findOptions(options, typed, mode).map((key) => ({
        key,
        text: options[key] ?? "",
      }));
      return acceptsNew && isNewOption(typed, options)
        ? [...rows, { key: ADD, text: `Add: ${typed.trim()}` }]
        : rows;
    },
    [options, acceptsNew, mode],
  );
  const { value } = widget;
  const choose = (name: string | null) => {
    if (name !== value) widget.change(name);
  };
  const problem = useRequired(props, value === null);
  const clear = props.is_clearable && !props.required && value !== null;
  const place = value === null ? -1 : names.indexOf(value);
  return (
    <Combo
      props={props}
      testId="stSelectbox"
      placeholder={props.placeholder}
      canType={mode !== null}
      isShort={options.length <= SHORT_LIST && !acceptsNew}
      text={value === null ? "" : optionText(props, value)}
      chosen={place < 0 ? null : place}
      problem={problem}
      note={null}
      find={find}
      onPick={(key, typed) => choose(typeof key === "number" ? (names[key] ?? null) : typed.trim())}
      onEscape={clear ? () => choose(null) : undefined}
      before={<BoxIcon icon={props.icon} />}
      behind={
        clear &&
        !props.disabled && (
          <BoxButton
            icon={X}
            label="Clear value"
            onPress={() => choose(null)}
            data-testid="stSelectboxClearButton"
          />
        )
      }
    />
  );
}
