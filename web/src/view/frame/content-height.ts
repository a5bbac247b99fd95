/**
 * How high an app's content is, for a page that embeds it.
 *
 * What is measured is the content, never the frame that it stands in: a frame that follows the
 * height of something as high as itself would grow for ever.
 */
import { type RefCallback, useMemo } from "react";

/**
 * Answers a ref for each of the parts that stand one below the other. `onHeight` hears the sum of
 * their heights in whole pixels, whenever it changes; with null nothing is measured.
 */
export function useContentHeight(
  onHeight: ((height: number) => void) | null,
): RefCallback<HTMLElement> | null {
  return useMemo(() => onHeight && measureParts(onHeight), [onHeight]);
}

function measureParts(onHeight: (height: number) => void): RefCallback<HTMLElement> {
  const heights = new Map<Element, number>();
  let told = 0;
  const tell = (): void => {
    const height = Math.ceil([...heights.values()].reduce((sum, part) => sum + part, 0));
    if (height === told || heights.size === 0) return;
    told = height;
    onHeight(height);
  };
  const observer = new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      heights.set(target, borderBoxSize[0]?.blockSize ?? 0);
    }
    tell();
  });
  return (part) => {
    if (!part) return undefined;
    observer.observe(part);
    return () => {
      observer.unobserve(part);
      heights.delete(part);
      tell();
    };
  };
}
