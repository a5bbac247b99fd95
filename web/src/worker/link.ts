/** Puts the core's program together with what it imports of the core's JavaScript. */
import { type LibraryFunction, typedFunctions } from "./typed-functions.ts";

/** Where a program asks for the address of a function by its name. */
const ADDRESSES = "GOT.func";

export interface Linked {
  instance: WebAssembly.Instance;
  /** The addresses have been given: side modules import the functions as they were. */
  settle: () => void;
}

/**
 * Instantiate the core, with a type for every function of JavaScript whose address it wants.
 *
 * Emscripten gives the addresses out when the program is there, in the order of their names, and
 * looks for each function among the imports. It makes a type for each that has none.
 */
export async function link(
  module: WebAssembly.Module,
  imports: WebAssembly.Imports,
): Promise<Linked> {
  const { env = {}, [ADDRESSES]: addresses } = imports;
  if (!addresses) return { instance: await WebAssembly.instantiate(module, imports), settle() {} };
  const wanted: string[] = [];
  const noting = new Proxy(addresses, {
    get(target, name) {
      wanted.push(String(name));
      return Reflect.get(target, name);
    },
  });
  const instance = await WebAssembly.instantiate(module, { ...imports, [ADDRESSES]: noting });
  const replaced = new Map<string, LibraryFunction>();
  for (const name of wanted) {
    const item = env[name];
    if (!(name in instance.exports) && isUntyped(item)) replaced.set(name, item);
  }
  // One that has several names has one address.
  const functions = [...new Set(replaced.values())];
  const typed = typedFunctions(functions);
  for (const [name, item] of replaced) {
    env[name] = typed[functions.indexOf(item)] as WebAssembly.ImportValue;
  }
  return {
    instance,
    settle() {
      for (const [name, item] of replaced) env[name] = item;
    },
  };
}

function isUntyped(item: WebAssembly.ImportValue | undefined): item is LibraryFunction {
  return typeof item === "function" && (item as LibraryFunction).sig !== undefined;
}
