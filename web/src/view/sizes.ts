/** The sizes that authors name, in CSS. */

/** A width or height: "stretch" is the browser's own, "content" what is inside, a number pixels. */
export function cssSize(size: string | number): string | undefined {
  if (typeof size === "number") return `min(${size}px, 100%)`;
  return size === "content" ? "fit-content" : undefined;
}

const REM: Record<string, number> = {
  xxsmall: 0.25,
  xsmall: 0.5,
  small: 1,
  medium: 2,
  large: 4,
  xlarge: 6,
  xxlarge: 8,
};

/** The gap between the elements of a container. */
export function gapSize(gap: string | number | null): string | number {
  if (gap === null) return 0;
  return typeof gap === "number" ? `${gap}px` : `${REM[gap] ?? 1}rem`;
}

const SPACE_REM: Record<string, number> = { ...REM, small: 0.75, medium: 2.5, large: 4.25 };

/** The room that `st.space` takes. */
export function spaceSize(size: string | number): string | undefined {
  if (typeof size === "number") return `${size}px`;
  return size === "stretch" ? undefined : `${SPACE_REM[size] ?? 0.75}rem`;
}
