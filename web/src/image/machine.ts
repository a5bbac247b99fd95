/**
 * What differs from engine to engine in an interpreter, and therefore must be this session's own
 * after an image was restored.
 */
import { type Emscripten, MismatchError } from "./emscripten.ts";

/**
 * Where Python's method table says what `run_sync` is: a function that suspends, or one that says
 * that it cannot. Python decides when it starts, by what the engine can.
 */
export interface RunSyncSlot {
  /** In bytes. */
  address: number;
  /** The function that suspends. */
  supported: number;
  /** The one that cannot. */
  unsupported: number;
}

/** Find the slot in an interpreter that has started where it can suspend. */
export function findRunSync(core: Emscripten): RunSyncSlot {
  const supported = slotOf(core, core._run_sync);
  const unsupported = slotOf(core, core._run_sync_not_supported);
  // A PyMethodDef begins with the address of the name and that of the function.
  const found: number[] = [];
  for (let i = 1; i < core.HEAPU32.length; i += 1) {
    if (core.HEAPU32[i] === supported && isText(core, core.HEAPU32[i - 1] ?? 0, "run_sync")) {
      found.push(i * 4);
    }
  }
  const [address] = found;
  if (address === undefined || found.length > 1) {
    throw new MismatchError(`run_sync is in ${found.length} method tables`);
  }
  return { address, supported, unsupported };
}

export function restoreRunSync(core: Emscripten, slot: RunSyncSlot): void {
  core.HEAPU32[slot.address / 4] = core.jspiSupported ? slot.supported : slot.unsupported;
}

/** How C functions are called here: by a function of the table, where there is Wasm GC. */
export function trampoline(core: Emscripten): {
  /** In bytes. */
  address: number;
  read(): number;
  write(slot: number): void;
} {
  const offset = core.HEAP32[core.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET / 4] ?? 0;
  const address = core.__PyRuntime + offset;
  return {
    address,
    read: () => core.HEAP32[address / 4] ?? 0,
    write: (slot) => {
      core.HEAP32[address / 4] = slot;
    },
  };
}

function slotOf({ wasmTable }: Emscripten, item: unknown): number {
  for (let slot = 0; slot < wasmTable.length; slot += 1) {
    if (wasmTable.get(slot) === item) return slot;
  }
  throw new MismatchError("run_sync is not in the table");
}

function isText({ HEAPU8 }: Emscripten, address: number, text: string): boolean {
  const bytes = [...new TextEncoder().encode(text), 0];
  return bytes.every((byte, i) => HEAPU8[address + i] === byte);
}
