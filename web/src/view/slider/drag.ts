/** Dragging told from stepping, for everything with a thumb. */
import { useRef } from "react";

/**
 * While a pointer holds a thumb each move is a live change and its release the final one; a key press
 * is final at once. react-aria reports both alike.
 *
 * @param isCurrent whether a value is what the widget has already
 */
export function useDrag<T>(
  isCurrent: (value: T) => boolean,
  onChange: (value: T, live: boolean) => void,
) {
  const held = useRef<{ hasMoved: boolean } | null>(null);
  return {
    begin() {
      held.current = { hasMoved: false };
    },
    move(value: T) {
      if (isCurrent(value)) return;
      if (held.current) held.current.hasMoved = true;
      onChange(value, held.current !== null);
    },
    end(value: T) {
      if (held.current?.hasMoved) onChange(value, false);
      held.current = null;
    },
  };
}
