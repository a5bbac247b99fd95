/** The function table's slots that were taken after the side modules were put in. */
import { type Emscripten, MismatchError } from "./emscripten.ts";

/** A slot, and the export that is in it; null for one that is free. */
export type TakenSlot = [slot: number, library: string | null, name: string | null];

/**
 * List the slots.
 *
 * @throws MismatchError when one holds what cannot be found again, such as a function that was
 *   made at run time
 */
export function takenSlots(core: Emscripten, from: number): TakenSlot[] {
  const names = new Map<unknown, [string, string]>();
  for (const [library, { exports }] of Object.entries(core.LDSO.loadedLibsByName)) {
    for (const [name, item] of Object.entries(exports)) {
      if (typeof item === "function" && !names.has(item)) names.set(item, [library, name]);
    }
  }
  const free = new Set(core.freeTableIndexes);
  const slots: TakenSlot[] = [];
  for (let slot = from; slot < core.wasmTable.length; slot += 1) {
    const item: unknown = core.wasmTable.get(slot);
    const found = names.get(item);
    if (found) slots.push([slot, ...found]);
    else if (item && !free.has(slot)) throw new MismatchError(`slot ${slot} holds a closure`);
    else slots.push([slot, null, null]);
  }
  return slots;
}

/** Fill the slots of a table that has them not yet. */
export function restoreSlots(core: Emscripten, slots: readonly TakenSlot[]): void {
  const from = core.wasmTable.length;
  core.wasmTable.grow(slots.length);
  for (const [slot, library, name] of slots) {
    if (library === null || name === null) {
      core.freeTableIndexes.push(slot);
      continue;
    }
    const item = core.LDSO.loadedLibsByName[library]?.exports[name];
    if (!item) throw new MismatchError(`${library} has no ${name}`);
    core.setWasmTableEntry(slot, item);
  }
  core.updateTableMap(from, slots.length);
}
