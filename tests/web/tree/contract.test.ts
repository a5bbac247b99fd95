/** What Python said in the recorded conversations makes the tree that Python had in the end. */
import { describe, expect, test } from "vitest";
import { decodeFromPython, MAIN } from "../../../web/src/protocol/messages.ts";
import { ElementTree, type TreeNode } from "../../../web/src/tree/tree.ts";

interface Outline {
  id: number;
  kind: string;
  body?: string;
  label?: string;
  children?: Outline[];
}

interface Recording {
  sent: unknown[][];
  tree: Outline[];
}

const recordings = import.meta.glob<Recording>("../../contract/runs/*.json", {
  eager: true,
  import: "default",
});

function play(recording: Recording): ElementTree {
  const tree = new ElementTree();
  for (const content of recording.sent.flat()) {
    const message = decodeFromPython(JSON.stringify(content), []);
    if (message.type === "ops") tree.apply(message.run, message.ops);
  }
  return tree;
}

function outline(node: TreeNode): Outline {
  const { id, kind, props, block, children } = node;
  return {
    id,
    kind,
    ...("body" in props && { body: props.body }),
    ...("label" in props && { label: props.label }),
    ...(block && { children: children.map(outline) }),
  };
}

describe("a recorded conversation", () => {
  test.each(Object.entries(recordings))("%s makes the same tree here", (_, recording) => {
    const tree = play(recording);
    expect(tree.root(MAIN).children.map(outline)).toEqual(recording.tree);
  });
});
