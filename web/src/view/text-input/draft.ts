/**
 * What a person types, until it counts.
 *
 * Outside of a form it counts when Enter is pressed, when the field is left, or after a pause where
 * the author wants that; in a form with every key, for it is the form that waits. What is typed is
 * kept apart from the value, so that a rerun takes neither half a word nor the caret away; when the
 * script sets another value meanwhile, that one wins.
 */
import { useEffect, useRef, useState } from "react";
import type { ElementKind, Widget } from "../../protocol/elements.ts";
import type { Json } from "../../protocol/messages.ts";
import type { TreeNode } from "../../tree/tree.ts";
import { useWidget } from "../app-context.ts";
import { useTakenIn } from "./taken-in.ts";

/** The value that a text means, or what is wrong with it. */
export type Parsed<T> = { value: T } | { problem: string };

export interface DraftRules<T> {
  initial: T;
  toText(value: T): string;
  parse(text: string): Parsed<T>;
  /** After so long without a key press the text is sent; null to wait for Enter. */
  liveAfterMs?: number | null;
}

export interface Draft<T> {
  text: string;
  /** The value that counts. */
  value: T;
  /** Whether something was typed since the field was last left or sent. */
  isTyped: boolean;
  /** Whether what is typed has not been sent. */
  isDirty: boolean;
  problem: string | null;
  type(text: string): void;
  /** Send what is typed; answers whether nothing was wrong with it. */
  commit(): boolean;
  /** Send a value that was chosen rather than typed. */
  choose(value: T): void;
}

export function useDraft<T extends Json>(
  node: TreeNode<ElementKind>,
  props: Pick<Widget, "form" | "reruns">,
  { initial, toText, parse, liveAfterMs = null }: DraftRules<T>,
): Draft<T> {
  const widget = useWidget<T>(node, props, initial);
  const { value } = widget;
  const { form } = props;
  const [draft, setDraft] = useState<{ text: string; base: T } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const pause = useRef(0);

  const isSuperseded = draft !== null && draft.base !== value;
  if (isSuperseded) {
    setDraft(null);
    setProblem(null);
  }
  const text = draft === null || isSuperseded ? toText(value) : draft.text;

  /** Let a text count; `keep` leaves it in the field as it was typed. */
  const take = (typed: string, keep: boolean): boolean => {
    const parsed = parse(typed);
    if ("problem" in parsed) {
      setProblem(parsed.problem);
      return false;
    }
    setProblem(null);
    setDraft(keep ? { text: typed, base: parsed.value } : null);
    if (parsed.value !== value) widget.change(parsed.value);
    return true;
  };

  const commit = (): boolean => {
    clearTimeout(pause.current);
    if (draft === null || isSuperseded) return true;
    if (draft.text !== toText(value)) return take(draft.text, false);
    setDraft(null);
    setProblem(null);
    return true;
  };

  const type = (typed: string): void => {
    setDraft({ text: typed, base: value });
    const parsed = parse(typed);
    const isFine = !("problem" in parsed);
    // What is wrong is said when the person is done; once said, it goes as soon as it is mended.
    if (problem !== null) setProblem(isFine ? null : parsed.problem);
    if (form !== null && isFine) take(typed, true);
    if (form !== null || liveAfterMs === null) return;
    clearTimeout(pause.current);
    pause.current = window.setTimeout(() => take(typed, true), liveAfterMs);
  };

  useTakenIn(form, () => (form === null ? commit() : take(text, true)));
  useEffect(() => {
    // Sent already, or given way to what the script set.
    if (draft === null) clearTimeout(pause.current);
  }, [draft]);
  useEffect(() => () => clearTimeout(pause.current), []);

  return {
    text,
    value,
    isTyped: draft !== null && !isSuperseded,
    isDirty: draft !== null && !isSuperseded && text !== toText(value),
    problem,
    type,
    commit,
    choose(chosen) {
      setDraft(null);
      setProblem(null);
      if (chosen !== value) widget.change(chosen);
    },
  };
}
