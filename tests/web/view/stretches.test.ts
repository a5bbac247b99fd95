import { expect, it } from "vitest";
import type { TreeNode } from "../../../web/src/tree/tree.ts";
import { stretches } from "../../../web/src/view/stretches.ts";

const makeNodes = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id }) as unknown as TreeNode);

/** How many elements stand in each stretch; "alone" for those before. */
function lengths(nodes: readonly TreeNode[]) {
  const made = stretches(nodes);
  const alone = made.filter(({ key }) => key === null).length;
  return [alone, ...made.flatMap(({ key, nodes }) => (key === null ? [] : nodes.length))];
}

/** The name of each element's stretch. */
function placesOf(nodes: readonly TreeNode[]) {
  return new Map(stretches(nodes).flatMap(({ key, nodes }) => nodes.map((node) => [node, key])));
}

it("a short column has none", () => {
  expect(lengths(makeNodes(100))).toEqual([100]);
});

it("what is beyond the first hundred stands in stretches of fifty, in order", () => {
  const nodes = makeNodes(217);
  expect(lengths(nodes)).toEqual([100, 50, 50, 17]);
  expect(stretches(nodes).flatMap((stretch) => stretch.nodes)).toEqual(nodes);
});

it("a column that grows fills its last stretch and goes on", () => {
  const nodes = makeNodes(217);
  stretches(nodes.slice(0, 120));
  stretches(nodes.slice(0, 121));
  expect(lengths(nodes)).toEqual([100, 50, 50, 17]);
});

it.each([
  ["at the top", 0],
  ["inside of a stretch", 130],
  ["between two stretches", 150],
  ["at the end", 217],
])("an element that is inserted %s leaves all others where they are", (_, place) => {
  const nodes = makeNodes(217);
  const before = placesOf(nodes);
  const [added] = makeNodes(1) as [TreeNode];
  const after = placesOf(nodes.toSpliced(place, 0, added));
  for (const node of nodes) expect(after.get(node)).toBe(before.get(node));
});

it("an element that is taken out leaves all others where they are", () => {
  const nodes = makeNodes(217);
  const before = placesOf(nodes);
  const after = placesOf(nodes.slice(1));
  for (const node of nodes.slice(1)) expect(after.get(node)).toBe(before.get(node));
});

it("an element that is moved to another stretch does not share a name with its old one", () => {
  const nodes = makeNodes(217);
  stretches(nodes);
  const moved = [...nodes.slice(0, 110), ...nodes.slice(111), nodes[110] as TreeNode];
  const keys = stretches(moved).flatMap(({ key }) => key ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  expect(stretches(moved).flatMap((stretch) => stretch.nodes)).toEqual(moved);
});
