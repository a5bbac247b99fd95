/** What the last visit left stands until the elements of the run take its place. */
import { beforeEach, describe, expect, it } from "vitest";
import type { ElementKind } from "../../../web/src/protocol/elements.ts";
import type { NodeContent, Op } from "../../../web/src/protocol/messages.ts";
import type { Picture } from "../../../web/src/protocol/picture.ts";
import { ElementTree, type TreeNode, takePicture } from "../../../web/src/tree/tree.ts";

function content(id: number, kind: string, props: object, rest: Partial<NodeContent> = {}) {
  const plain = { block: false, widget: null, key: null, page: "", fragment: null };
  return { id, kind: kind as ElementKind, props, ...plain, ...rest } as NodeContent;
}

function insert(id: number, index: number, kind: string, body: unknown, parent = 0): Op {
  const block = kind === "expander";
  return { op: "insert", parent, index, node: content(id, kind, { body }, { block }) };
}

function outline(nodes: readonly TreeNode[]): unknown[] {
  return nodes.map(({ props, isPast, isStale, children }) => {
    const body = (props as { body?: unknown }).body;
    const mark = isPast && isStale ? `${body} (past)` : body;
    return children.length > 0 ? [mark, ...outline(children)] : mark;
  });
}

const shown = (tree: ElementTree) => outline(tree.root(0).children);

/** The elements of the visit before: text, a box with two texts, a chart. */
const VISIT: Op[] = [
  insert(10, 0, "text", "a"),
  insert(11, 1, "expander", "box"),
  insert(12, 0, "text", "b", 11),
  insert(13, 1, "text", "c", 11),
  insert(14, 2, "vega_lite_chart", new Uint8Array([1, 2])),
];

function pictureOf(ops: Op[], limits?: Parameters<typeof takePicture>[2]): Picture["roots"] {
  const tree = new ElementTree();
  tree.apply(1, ops);
  return takePicture(tree, () => undefined, limits);
}

let tree: ElementTree;

beforeEach(() => {
  tree = new ElementTree();
  tree.showPast(pictureOf(VISIT));
});

describe("the elements of the last visit", () => {
  it("are shown, marked", () => {
    const chart = "1,2 (past)";
    expect(shown(tree)).toEqual(["a (past)", ["box (past)", "b (past)", "c (past)"], chart]);
  });

  it("become those of the run one by one, and stay the same for the view", () => {
    const [text, box, chart] = tree.root(0).children;
    const { props } = chart ?? {};
    tree.apply(1, [insert(1, 0, "text", "A"), insert(2, 1, "expander", "box")]);
    expect(shown(tree)).toEqual(["A", ["box", "b (past)", "c (past)"], "1,2 (past)"]);
    tree.apply(1, [
      insert(3, 0, "text", "B", 2),
      insert(4, 2, "vega_lite_chart", new Uint8Array([1, 2])),
    ]);
    tree.forgetPast();
    expect(shown(tree)).toEqual(["A", ["box", "B"], new Uint8Array([1, 2])]);
    expect(tree.root(0).children).toEqual([text, box, chart]);
    expect(chart?.props).toBe(props);
  });

  it("are called by the run's own numbers from then on", () => {
    tree.apply(1, [insert(10, 0, "text", "A"), insert(14, 1, "text", "new")]);
    tree.apply(2, [
      { op: "patch", id: 10, props: { body: "AA" } },
      { op: "remove", id: 14 },
    ]);
    tree.forgetPast();
    expect(shown(tree)).toEqual(["AA"]);
    tree.apply(3, [{ op: "remove", id: 10 }]);
    expect(tree.isEmpty).toBe(true);
  });

  it("make room when the run goes past them, and wait behind what is new", () => {
    tree.apply(1, [insert(1, 0, "metric", "new")]);
    expect(shown(tree)).toHaveLength(4);
    expect(shown(tree)[0]).toBe("new");
    tree.apply(1, [insert(2, 1, "vega_lite_chart", 0)]);
    expect(shown(tree)).toEqual(["new", 0]);
  });

  it("do not become another widget", () => {
    const widget = (id: number, name: string): Op => {
      return {
        op: "insert",
        parent: 0,
        index: 0,
        node: content(id, "slider", {}, { widget: name }),
      };
    };
    tree = new ElementTree();
    tree.showPast(pictureOf([widget(1, "size")]));
    const past = tree.root(0).children[0];
    tree.apply(1, [widget(1, "weight")]);
    expect(tree.root(0).children).toHaveLength(2);
    expect(tree.root(0).children[0]).not.toBe(past);
  });

  it("tell their watchers when they are drawn, and when they go", () => {
    tree.notify();
    const told: string[] = [];
    const [text] = tree.root(0).children;
    tree.watch(text?.id ?? 0, () => told.push("text"));
    tree.watch(0, () => told.push("root"));
    tree.apply(1, [insert(1, 0, "text", "a")]);
    tree.notify();
    expect(told).toEqual(["text"]);
    tree.forgetPast();
    tree.notify();
    expect(told).toEqual(["text", "root"]);
  });
});

describe("a picture", () => {
  const bodies = (roots: Picture["roots"]) => {
    const restored = new ElementTree();
    restored.showPast(roots);
    return shown(restored);
  };

  it("ends where a limit is reached, and has no gap before that", () => {
    expect(bodies(pictureOf(VISIT, { elements: 2, bytes: 1000 }))).toEqual([
      "a (past)",
      "box (past)",
    ]);
    const large = insert(15, 0, "text", "x".repeat(500));
    expect(bodies(pictureOf([...VISIT, large], { elements: 10, bytes: 400 }))).toEqual([]);
    const later = insert(15, 3, "text", "x".repeat(500));
    expect(bodies(pictureOf([...VISIT, later], { elements: 10, bytes: 400 }))).toHaveLength(3);
  });

  it("leaves out events, which happen once", () => {
    expect(bodies(pictureOf([insert(20, 0, "toast", "saved", 2)]))).toEqual([]);
  });

  it("has the values that the script had set", () => {
    const source = new ElementTree();
    const node = content(1, "slider", {}, { widget: "size" });
    source.apply(1, [{ op: "insert", parent: 0, index: 0, node }]);
    const restored = new ElementTree();
    restored.showPast(takePicture(source, (widget) => [widget.length]));
    expect(restored.root(0).children[0]?.pastValue).toEqual([4]);
  });
});
