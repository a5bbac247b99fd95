/** What a button does again and again while it is held. */
import { useEffect, useRef } from "react";
import type { PressEvent } from "react-aria-components/Button";

const FIRST_PAUSE_MS = 400;
const NEXT_PAUSE_MS = 75;

/**
 * The props of a button that calls `act` at once and, while it is held, over and over. A finger acts
 * when it is lifted, for it may have come to scroll.
 */
export function useHeld(act: () => void, isDisabled: boolean) {
  const timer = useRef(0);
  const latest = useRef(act);
  const stop = () => clearTimeout(timer.current);
  useEffect(() => {
    latest.current = act;
    // A button that has become disabled under the pointer hears nothing of its release.
    if (isDisabled) clearTimeout(timer.current);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const repeat = (pause: number) => {
    timer.current = window.setTimeout(() => {
      repeat(NEXT_PAUSE_MS);
      latest.current();
    }, pause);
  };
  return {
    isDisabled,
    onPressStart({ pointerType }: PressEvent) {
      if (pointerType === "touch") return;
      act();
      if (pointerType === "mouse") repeat(FIRST_PAUSE_MS);
    },
    onPress({ pointerType }: PressEvent) {
      if (pointerType === "touch") act();
    },
    onPressEnd: stop,
  };
}
