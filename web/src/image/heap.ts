/** The allocator's free memory: filled with zeros it takes no room in an image. */
import type { Emscripten } from "./emscripten.ts";

const LARGEST = 32 * 1024 * 1024;
const SMALLEST = 32;

/** Below this size the pieces that are asked for get smaller step by step, not by half. */
const FINE = 4096;

/** Take every free piece there is, large ones first, fill them with zeros and give them back. */
export function clearFreeMemory(core: Emscripten): void {
  const taken: number[] = [];
  const { memory } = core;
  // Else the allocator would get more memory instead of telling that there is none left.
  memory.grow = () => {
    throw new RangeError("only what is free is wanted");
  };
  try {
    let size = LARGEST;
    while (size >= SMALLEST) {
      const address = core._malloc(size);
      if (address === 0) {
        size = size > FINE ? size / 2 : size - SMALLEST;
        continue;
      }
      core.HEAPU8.fill(0, address, address + size);
      taken.push(address);
    }
  } finally {
    Reflect.deleteProperty(memory, "grow");
    for (const address of taken) core._free(address);
  }
}
