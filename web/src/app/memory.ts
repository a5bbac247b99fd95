/** Gigabytes. Browsers tell no more than 8, and some tell nothing. */
const LEAST_MEMORY = 4;

/** Whether there is memory for a second Python, as far as the browser tells. */
export function hasMemory(): boolean {
  const { deviceMemory } = navigator as Navigator & { deviceMemory?: number };
  // Where it tells nothing, a finger is the sign of a machine that has little.
  return deviceMemory === undefined
    ? !matchMedia("(pointer: coarse)").matches
    : deviceMemory >= LEAST_MEMORY;
}
