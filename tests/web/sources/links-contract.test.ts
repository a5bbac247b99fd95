/**
 * What `tabstream link` printed is read here, and the page would have shared the same files.
 * tests/py/cli/test_link.py reads the same recordings from the other side.
 */
import { expect, test } from "vitest";
import { decodeCode } from "../../../web/src/sources/code-link.ts";
import { encodeCode } from "../../../web/src/sources/encode-code.ts";
import { bytesOf } from "./world.ts";

interface Recording {
  entry: string;
  files: Record<string, string>;
  shared: string[];
  code: string;
}

const recordings = Object.entries(
  import.meta.glob<Recording>("../../contract/links/*.json", { eager: true, import: "default" }),
);

test.each(recordings)("%s", (_, { entry, files: all, shared, code }) => {
  const files = new Map(Object.entries(all).map(([path, text]) => [path, bytesOf(text)]));
  const expected = new Map(shared.map((path) => [path, files.get(path)]));
  const printed = decodeCode(code);
  expect(printed).toEqual({ entry, files: expected });
  expect([...printed.files.keys()]).toEqual(shared);
  const ours = decodeCode(encodeCode({ entry, files }).code);
  expect(ours).toEqual(printed);
  expect([...ours.files.keys()]).toEqual(shared);
});

test("there are recordings", () => {
  expect(recordings.length).toBeGreaterThan(0);
});
