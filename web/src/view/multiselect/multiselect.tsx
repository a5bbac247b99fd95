/** Some of many options, and new ones. */
import { X } from "lucide-react";
import { useCallback, useMemo } from "react";
import type { Multiselect } from "../../protocol/elements.ts";
import { useWidget } from "../app-context.ts";
import { mayWrap } from "../button-content.tsx";
import type { Row } from "../selectbox/collection.tsx";
import { Combo } from "../selectbox/combo.tsx";
import { findOptions } from "../selectbox/filter.ts";
import { isNewOption, optionNames, optionText, SHORT_LIST } from "../selectbox/options.ts";
import { BoxButton } from "../text-input/button.tsx";
import type { ViewProps } from "../view-props.ts";
import { Chips } from "./chips.tsx";

/** The rows that are no options. */
const ADD = "add";
const ALL = "all";

export function MultiselectView({ node, props }: ViewProps<"multiselect">) {
  const widget = useWidget<string[]>(node, props, props.default);
  const chosen = widget.value;
  const names = optionNames(props);
  const isFull = props.max_selections !== null && chosen.length >= props.max_selections;
  const find = useCallback((typed: string) => rowsFor(typed, chosen, props), [chosen, props]);
  const pick = (key: number | string | bigint, typed: string) => {
    if (isFull) return;
    const added =
      key === ALL
        ? offered(typed, chosen, props).map((place) => names[place] ?? "")
        : [typeof key === "number" ? (names[key] ?? "") : typed.trim()];
    widget.change([...chosen, ...added].slice(0, props.max_selections ?? undefined));
  };
  const chips = useMemo(
    () => chosen.map((name) => ({ name, text: optionText(props, name) })),
    [chosen, props],
  );
  const remove = (gone: ReadonlySet<string>) =>
    widget.change(chosen.filter((name) => !gone.has(name)));
  return (
    <Combo
      props={props}
      testId="stMultiSelect"
      bodyTestId="stMultiSelectTagsContainer"
      placeholder={chosen.length === 0 ? props.placeholder : ""}
      canType={props.filter_mode !== null && !isFull}
      isShort={props.options.length <= SHORT_LIST && !props.accept_new_options}
      text=""
      chosen={null}
      problem={null}
      note={isFull ? fullText(props.max_selections ?? 0) : null}
      find={find}
      onPick={pick}
      onBackspace={() => remove(new Set(chosen.slice(-1)))}
      before={
        <Chips
          label={props.label}
          chips={chips}
          isDisabled={props.disabled}
          wraps={props.wrap ?? mayWrap(node)}
          onRemove={remove}
        />
      }
      behind={
        chosen.length > 0 &&
        !props.disabled && (
          <BoxButton
            icon={X}
            label="Clear all"
            onPress={() => widget.change([])}
            data-testid="stMultiSelectClearButton"
          />
        )
      }
    />
  );
}

/** The places of the options that are found and not chosen yet. */
function offered(typed: string, chosen: readonly string[], props: Multiselect): number[] {
  const { options, filter_mode: mode } = props;
  const names = optionNames(props);
  const taken = new Set(chosen);
  const found =
    typed === "" || mode === null
      ? options.map((_, place) => place)
      : findOptions(options, typed, mode);
  return found.filter((place) => !taken.has(names[place] ?? ""));
}

function rowsFor(typed: string, chosen: readonly string[], props: Multiselect): Row[] {
  if (props.max_selections !== null && chosen.length >= props.max_selections) return [];
  const places = offered(typed, chosen, props);
  const rows: Row[] = places.map((key) => ({ key, text: props.options[key] ?? "" }));
  const most = props.select_all_up_to ?? Number.POSITIVE_INFINITY;
  if (places.length >= 2 && places.length <= most) {
    const text = typed === "" ? "Select all" : `Select ${places.length} matches`;
    rows.unshift({ key: ALL, text });
  }
  const known = [...props.options, ...chosen];
  if (props.accept_new_options && isNewOption(typed, known)) {
    rows.push({ key: ADD, text: `Add: ${typed.trim()}` });
  }
  return rows;
}

function fullText(most: number): string {
  return `No more than ${most} ${most === 1 ? "option" : "options"}: remove one to choose another.`;
}
