import { describe, expect, it } from "vitest";
import { type LibraryFunction, typedFunctions } from "../../../web/src/worker/typed-functions.ts";

function typed(sig: string, item: (...args: never[]) => unknown): LibraryFunction {
  return Object.assign(item, { sig });
}

describe("a typed function", () => {
  it("takes and answers what the function does, each by its own type", () => {
    const [add, scale, big, none] = typedFunctions([
      typed("iii", (one: number, other: number) => one + other),
      typed("dd", (value: number) => value * 1.5),
      typed("jj", (value: bigint) => value + 1n),
      typed("v", () => 7),
    ]) as [...((...args: unknown[]) => unknown)[]];
    expect(add?.(2, 3)).toBe(5);
    expect(scale?.(3)).toBe(4.5);
    expect(big?.(2n ** 40n)).toBe(2n ** 40n + 1n);
    expect(none?.()).toBeUndefined();
  });

  it("has a place in a table, which the function itself has not", () => {
    const table = new WebAssembly.Table({ element: "anyfunc", initial: 1 });
    const item = typed("ip", (address: number) => address);
    expect(() => table.set(0, item)).toThrow(TypeError);
    table.set(0, typedFunctions([item])[0]);
    expect(table.get(0)(9)).toBe(9);
  });

  it("is one of as many as there are", () => {
    const many = Array.from({ length: 300 }, (_, i) => typed("i", () => i));
    const answers = typedFunctions(many).map((item) => (item as () => number)());
    expect(answers).toEqual(many.map((_, i) => i));
  });

  it("has no type that WebAssembly does not know", () => {
    expect(() => typedFunctions([typed("ix", () => 1)])).toThrow('no type "x"');
  });
});
