/** What is entered and not sent yet, when somebody clicks a button or submits the form. */
import { useEffect, useEffectEvent, useState } from "react";
import type { Widget } from "../../protocol/elements.ts";
import { useApp } from "../app-context.ts";

/** What is wrong with a required field that is empty. */
export const FILL_IN = "Fill in this field.";

/**
 * Call `takeIn` before a click is sent, or before the field's form is submitted; it answers whether
 * nothing is wrong with the field, and a form with something wrong in it is not submitted.
 */
export function useTakenIn(form: string | null, takeIn: () => boolean): void {
  const { values } = useApp();
  const takeInNow = useEffectEvent(takeIn);
  useEffect(() => {
    const call = () => takeInNow();
    return form === null ? values.beforeClicks(call) : values.beforeSubmit(form, call);
  }, [values, form]);
}

/**
 * What is wrong with a field that was empty when somebody wanted to submit its form; null while all
 * is well.
 */
export function useRequired(
  { form, required }: Pick<Widget, "form"> & { required: boolean },
  isEmpty: boolean,
): string | null {
  const [isMissed, setMissed] = useState(false);
  useTakenIn(form, () => {
    const isMissing = required && isEmpty;
    if (form !== null) setMissed(isMissing);
    return !isMissing;
  });
  return isMissed && isEmpty ? FILL_IN : null;
}
