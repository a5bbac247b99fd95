/** Dragging told from stepping, for everything with a thumb. */
import { type KeyboardEvent, useRef } from "react";

/** What holds a thumb, and whether it has moved it. */
interface Hold {
  readonly by: "pointer" | "key";
  hasMoved: boolean;
}

/**
 * While a pointer holds a thumb each move is a live change and its release the final one. A key that
 * is pressed is final at once; when it is held, its repetitions are live, too: each of them would
 * otherwise end the run that the last one began, and none would come to its end before the key is let
 * go. react-aria reports all of them alike.
 *
 * @param current what the widget has
 */
export function useDrag<T>(
  current: T,
  isSame: (one: T, other: T) => boolean,
  onChange: (value: T, live: boolean) => void,
) {
  const hold = useRef<Hold | null>(null);
  const release = (by: Hold["by"], value: T) => {
    if (hold.current?.by !== by) return;
    if (hold.current.hasMoved) onChange(value, false);
    hold.current = null;
  };
  return {
    /** For the events of the element that has the thumbs in it. */
    props: {
      onPointerDownCapture() {
        hold.current = { by: "pointer", hasMoved: false };
      },
      onKeyDownCapture({ repeat }: KeyboardEvent) {
        if (repeat) hold.current ??= { by: "key", hasMoved: false };
      },
      onKeyUpCapture: () => release("key", current),
      // A key that is let go elsewhere is not heard of here.
      onBlurCapture: () => release("key", current),
    },
    move(value: T) {
      if (isSame(value, current)) return;
      if (hold.current) hold.current.hasMoved = true;
      onChange(value, hold.current !== null);
    },
    /** react-aria says so at a pointer's release, and after each press of a key. */
    end: (value: T) => release("pointer", value),
  };
}
