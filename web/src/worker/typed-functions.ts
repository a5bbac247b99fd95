/**
 * Functions of JavaScript as C sees them: of a type, so that they have a place in the function table.
 * Emscripten makes a WebAssembly module for each; here one has them all.
 */

/** A function of the core's JavaScript, with its type in Emscripten's letters, the result first. */
export type LibraryFunction = ((...args: never[]) => unknown) & { sig?: string };

/** Value types by Emscripten's letters; a pointer is an i32. */
const TYPES: Record<string, number> = { i: 0x7f, p: 0x7f, j: 0x7e, f: 0x7d, d: 0x7c, e: 0x6f };

const FUNCTION = 0x60;
const SECTIONS = { types: 1, imports: 2, exports: 7 };
/** "\0asm", and version 1. */
const PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/**
 * Answer the same functions, with their types.
 *
 * The module imports each and exports it again
 * (https://webassembly.github.io/spec/core/binary/modules.html).
 */
export function typedFunctions(functions: readonly LibraryFunction[]): LibraryFunction[] {
  const signatures = [...new Set(functions.map(({ sig = "v" }) => sig))];
  const types = signatures.map((signature) => {
    const [result = "v", ...parameters] = signature;
    return [FUNCTION, ...typesOf(parameters), ...typesOf(result === "v" ? [] : [result])];
  });
  const imports = functions.map(({ sig = "v" }, i) => {
    return [0, ...nameOf(i), 0, ...unsigned(signatures.indexOf(sig))];
  });
  const exports = functions.map((_, i) => [...nameOf(i), 0, ...unsigned(i)]);
  const bytes = new Uint8Array([
    ...PREAMBLE,
    ...section(SECTIONS.types, types),
    ...section(SECTIONS.imports, imports),
    ...section(SECTIONS.exports, exports),
  ]);
  const given = Object.fromEntries(functions.map((item, i) => [String(i), item]));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { "": given });
  return functions.map((_, i) => instance.exports[String(i)] as LibraryFunction);
}

function section(id: number, items: readonly number[][]): number[] {
  const content = [...unsigned(items.length), ...items.flat()];
  return [id, ...unsigned(content.length), ...content];
}

function typesOf(letters: readonly string[]): number[] {
  const types = letters.map((letter) => {
    const type = TYPES[letter];
    if (type === undefined) throw new Error(`There is no type "${letter}".`);
    return type;
  });
  return [...unsigned(types.length), ...types];
}

/** A function's name is its number. */
function nameOf(index: number): number[] {
  const digits = [...String(index)].map((digit) => digit.charCodeAt(0));
  return [digits.length, ...digits];
}

/** LEB128. */
function unsigned(value: number): number[] {
  const low = value & 0x7f;
  return value < 0x80 ? [low] : [low | 0x80, ...unsigned(value >>> 7)];
}
