/**
 * A field with a list: what a selectbox and a multiselect share.
 *
 * While the list is closed the field shows what is chosen. Typing opens the list and narrows it; the
 * best row is marked, so that Enter takes it. Leaving the field, or Escape, forgets what was typed.
 */

import { ChevronDown } from "lucide-react";
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { useComboBox } from "react-aria/useComboBox";
import { Button } from "react-aria-components/Button";
import { LabelContext } from "react-aria-components/Label";
import type { Key } from "react-stately";
import { useComboBoxState } from "react-stately/useComboBoxState";
import { Icon } from "../../kit/index.ts";
import type { Widget } from "../../protocol/elements.ts";
import { toPlainText } from "../markdown/index.ts";
import { WidgetLabel } from "../widget-label.tsx";
import { type Row, RowCollection } from "./collection.tsx";
import { OptionList, renderRow } from "./list.tsx";
import { useTypeAhead } from "./type-ahead.ts";
import "../text-input/box.css";
import "./combo.css";

export interface ComboProps {
  readonly props: Widget;
  readonly testId: "stSelectbox" | "stMultiSelect";
  readonly placeholder: string;
  /** False for a list that typing does not narrow; it jumps to what begins with the typed letters. */
  readonly canType: boolean;
  /** Whether all options are seen at a glance. */
  readonly isShort: boolean;
  /** What the field shows while nothing is typed. */
  readonly text: string;
  /** The row that is chosen, marked when the list opens. */
  readonly chosen: Key | null;
  /** What is wrong with the value. */
  readonly problem: string | null;
  /** What stands above the rows, in place of them when there are none. */
  readonly note: string | null;
  /** The test id of what holds the text and what stands before it. */
  readonly bodyTestId?: string;
  /** What stands before the text, and behind it. */
  readonly before?: ReactNode;
  readonly behind?: ReactNode;
  /** The rows that a text finds; all for "". It must not change while its result does not. */
  readonly find: (typed: string) => readonly Row[];
  readonly onPick: (key: Key, typed: string) => void;
  /** Escape, with the list closed and nothing typed. */
  readonly onEscape?: (() => void) | undefined;
  /** Backspace, with no text to delete. */
  readonly onBackspace?: (() => void) | undefined;
}

export function Combo(combo: ComboProps) {
  const { props, text, chosen, find, onPick, canType } = combo;
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);

  const collection = useMemo(
    () => new RowCollection(isOpen ? find(typed ?? "") : [], renderRow),
    [isOpen, find, typed],
  );
  const aria = {
    label: toPlainText(props.label),
    placeholder: combo.placeholder,
    isDisabled: props.disabled,
    isInvalid: combo.problem !== null,
    collection,
    // Given, so that nothing but `find` narrows the list.
    items: [] as Row[],
    value: chosen,
    inputValue: typed ?? text,
    // Typing is heard at the field itself; all that comes here is the state's own tidying up.
    onInputChange: () => {},
    onOpenChange: setOpen,
    onSelectionChange(key: Key | null) {
      setTyped(null);
      if (key !== null && collection.getItem(key)) onPick(key, typed ?? "");
    },
    menuTrigger: "manual" as const,
    allowsEmptyCollection: true,
  };
  const state = useComboBoxState<Row>(aria);
  const refs = { inputRef: input, buttonRef: button, popoverRef: popover, listBoxRef: list };
  const parts = useComboBox<Row>({ ...aria, ...refs }, state);

  // Declared after the state's own effect, which unmarks every row when the text changes.
  const markFirst = useEffectEvent(() =>
    state.selectionManager.setFocusedKey(collection.getFirstKey()),
  );
  useEffect(() => {
    if (typed) markFirst();
  }, [typed]);

  const typeAhead = useTypeAhead();
  /** The keys of a list that typing does not narrow; answers whether it took this one. */
  const jump = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    const { isOpen, selectionManager: rows } = state;
    const key = typeAhead(event, find(""), isOpen ? rows.focusedKey : chosen);
    if (key !== null && isOpen) rows.setFocusedKey(key);
    else if (key !== null) onPick(key, "");
    else if (event.key === " " && isOpen) state.commit();
    else if (!isOpen && (event.key === " " || event.key === "Enter")) state.open(null, "manual");
    else return false;
    event.preventDefault();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Backspace" && event.currentTarget.value === "") combo.onBackspace?.();
    if (event.key === "Escape" && !state.isOpen && typed === null && combo.onEscape) {
      combo.onEscape();
      return event.stopPropagation();
    }
    if (canType || !jump(event)) parts.inputProps.onKeyDown?.(event);
  };
  const onInput = (value: string) => {
    setTyped(value);
    if (!state.isOpen) state.open(null, "input");
  };
  const onFocus = (event: FocusEvent<HTMLInputElement>) => {
    // What is typed takes the place of the old text. The field also hears of focus when a marked row
    // gives it back, in the middle of a word.
    if (!state.isFocused) event.currentTarget.select();
    parts.inputProps.onFocus?.(event);
  };
  const open = () => {
    if (props.disabled || state.isOpen) return;
    input.current?.focus();
    input.current?.select();
    state.open(null, "manual");
  };
  return (
    <div
      className={`ts-field ${combo.testId}`}
      data-testid={combo.testId}
      data-disabled={props.disabled || undefined}
    >
      <LabelContext value={parts.labelProps}>
        <WidgetLabel props={props} />
      </LabelContext>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the field in it */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only makes the field's target larger */}
      <div
        ref={box}
        className="ts-input ts-box ts-combo"
        data-disabled={props.disabled || undefined}
        data-invalid={combo.problem !== null || undefined}
        data-open={state.isOpen || undefined}
        onClick={open}
      >
        <div className="ts-combo-body" data-testid={combo.bodyTestId}>
          {combo.before}
          <input
            {...parts.inputProps}
            ref={input}
            className="ts-box-input ts-combo-input"
            onChange={(event) => onInput(event.target.value)}
            onKeyDown={onKeyDown}
            onFocus={onFocus}
            data-empty={(typed ?? text) === "" || undefined}
            readOnly={!canType}
            // A phone's keyboard would cover a short list, which is read faster than typed.
            inputMode={canType && !combo.isShort ? undefined : "none"}
          />
        </div>
        {combo.behind}
        <Button {...parts.buttonProps} ref={button} className="ts-box-button ts-combo-chevron">
          <Icon of={ChevronDown} size={18} />
        </Button>
      </div>
      {combo.problem !== null && (
        <p {...parts.errorMessageProps} className="ts-field-note ts-field-error">
          {combo.problem}
        </p>
      )}
      <OptionList
        state={state}
        aria={parts.listBoxProps}
        list={list}
        popover={popover}
        box={box}
        note={combo.note}
      />
    </div>
  );
}
