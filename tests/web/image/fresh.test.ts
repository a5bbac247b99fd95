import { describe, expect, it } from "vitest";
import { digestOf, expectFresh, unstableGrains } from "../../../web/src/image/fresh.ts";

function memory(...changes: [address: number, value: number][]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4096);
  bytes.fill(1, 0, 2048);
  for (const [address, value] of changes) bytes[address] = value;
  return bytes;
}

describe("what differs between sessions", () => {
  it("is found by comparing several, and what is known to differ counts, too", () => {
    const found = unstableGrains([memory(), memory([300, 9]), memory([3000, 9])], [700]);
    expect(found).toEqual([256, 512, 2816]);
  });

  it("does not change the digest, and anything else does", () => {
    const unstable = [256];
    const digest = digestOf(memory(), unstable);
    expect(digestOf(memory([256, 9], [511, 8]), unstable)).toBe(digest);
    for (const address of [0, 255, 512, 2047, 2048, 4095]) {
      expect(digestOf(memory([address, 9]), unstable)).not.toBe(digest);
    }
    expect(() => expectFresh(memory([0, 9]), digest, unstable)).toThrow("another");
  });
});

it("zeros at the end make no difference: a browser may give more memory than was asked for", () => {
  const longer = new Uint8Array(8192);
  longer.set(memory());
  expect(digestOf(longer, [])).toBe(digestOf(memory(), []));
});
