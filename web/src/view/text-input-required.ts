/** A field that must not be empty when its form is submitted. */
import { useEffect, useEffectEvent, useState } from "react";
import type { Widget } from "../protocol/elements.ts";
import { useApp } from "./app-context.ts";
import { FILL_IN } from "./text-input-draft.ts";

/**
 * What is wrong with a field that was empty when somebody wanted to submit its form; null while all
 * is well. Fields that are typed into have it from their draft instead.
 */
export function useRequired(
  { form, required }: Pick<Widget, "form"> & { required: boolean },
  isEmpty: boolean,
): string | null {
  const { values } = useApp();
  const [isMissed, setMissed] = useState(false);
  const check = useEffectEvent(() => {
    setMissed(required && isEmpty);
    return !required || !isEmpty;
  });
  useEffect(
    () => (form === null ? undefined : values.beforeSubmit(form, () => check())),
    [values, form],
  );
  return isMissed && isEmpty ? FILL_IN : null;
}
