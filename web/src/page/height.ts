/** How high a screen of the page is, for the page that it is framed in. */
import { type RefCallback, useMemo } from "react";

/** A ref for the element whose height is told, whenever it changes; null when nobody asks. */
export function useHeight(
  onHeight: ((height: number) => void) | null,
): RefCallback<HTMLElement> | null {
  return useMemo(() => onHeight && measure(onHeight), [onHeight]);
}

function measure(onHeight: (height: number) => void): RefCallback<HTMLElement> {
  const observer = new ResizeObserver(([entry]) => {
    const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
    if (height > 0) onHeight(Math.ceil(height));
  });
  return (element) => {
    if (!element) return undefined;
    observer.observe(element);
    return () => observer.unobserve(element);
  };
}
