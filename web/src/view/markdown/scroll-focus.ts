import { type RefObject, useEffect, useRef } from "react";

/**
 * Makes an element a stop for the keyboard while, and only while, there is something in it to
 * scroll: otherwise what does not fit could not be reached without a mouse.
 */
export function useScrollFocus<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (ref.current === null) return;
    const observer = new ResizeObserver(([entry]) => update(entry?.target as E));
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  // New contents may be wider than the old ones while the element itself keeps its size.
  useEffect(() => {
    if (ref.current !== null) update(ref.current);
  });
  return ref;
}

function update(element: HTMLElement): void {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  if (scrollWidth > clientWidth || scrollHeight > clientHeight) element.tabIndex = 0;
  else element.removeAttribute("tabindex");
}
