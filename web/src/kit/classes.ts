/** Class names joined for an element; what is missing is left out. */
export function classes(...names: readonly (string | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
