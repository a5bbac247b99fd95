/** The tree tells its watchers what changed, and no more. */
import { describe, expect, test } from "vitest";
import type { Op } from "../../../web/src/protocol/messages.ts";
import { ElementTree } from "../../../web/src/tree/tree.ts";

function insert(id: number, index: number, body: string, parent = 0): Op {
  const props = { body, help: null, width: "content", alignment: "left", wrap: true } as const;
  const rest = { widget: null, key: null, page: "", fragment: null, block: false };
  return { op: "insert", parent, index, node: { id, kind: "text", props, ...rest } };
}

function bodies(tree: ElementTree): unknown[] {
  return tree.root(0).children.map(({ props }) => ("body" in props ? props.body : null));
}

function watched(tree: ElementTree, ...ids: number[]): number[] {
  const told: number[] = [];
  for (const id of ids) tree.watch(id, () => told.push(id));
  return told;
}

function lines(...names: string[]): ElementTree {
  const tree = new ElementTree();
  tree.apply(
    1,
    names.map((name, index) => insert(10 + index, index, name)),
  );
  tree.notify();
  return tree;
}

describe("the element tree", () => {
  test("inserts, moves and removes where the op says", () => {
    const tree = lines("a", "b", "c");
    tree.apply(2, [
      { op: "move", id: 10, index: 2 },
      { op: "remove", id: 11 },
      insert(20, 0, "new"),
    ]);
    expect(bodies(tree)).toEqual(["new", "c", "a"]);
  });

  test("tells of a patched node its own watchers alone", () => {
    const tree = lines("a", "b");
    const told = watched(tree, 0, 10, 11);
    tree.apply(2, [{ op: "patch", id: 11, props: { body: "B" } }]);
    tree.notify();
    expect(told).toEqual([11]);
    expect(bodies(tree)).toEqual(["a", "B"]);
  });

  test("tells nobody of what was kept", () => {
    const tree = lines("a", "b");
    const told = watched(tree, 0, 10, 11);
    tree.apply(2, [{ op: "keep", parent: 0, index: 0, count: 2 }]);
    tree.notify();
    expect(told).toEqual([]);
  });

  test("marks what a slow run has not drawn, and unmarks it when it is drawn", () => {
    const tree = lines("a", "b");
    tree.apply(2, [{ op: "keep", parent: 0, index: 0, count: 1 }]);
    tree.markStale(2);
    expect(tree.root(0).children.map(({ isStale }) => isStale)).toEqual([false, true]);
    tree.apply(2, [{ op: "keep", parent: 0, index: 1, count: 1 }]);
    expect(tree.root(0).children.map(({ isStale }) => isStale)).toEqual([false, false]);
  });

  test("forgets its watchers when they end", () => {
    const tree = lines("a");
    const told: string[] = [];
    const end = tree.watch(10, () => told.push("told"));
    end();
    tree.apply(2, [{ op: "patch", id: 10, props: { body: "A" } }]);
    tree.notify();
    expect(told).toEqual([]);
  });

  test("is empty after it was cleared, and its nodes are gone", () => {
    const tree = lines("a", "b");
    tree.clear();
    expect(bodies(tree)).toEqual([]);
    expect(() => tree.apply(2, [{ op: "remove", id: 10 }])).toThrow("node 10");
  });
});
