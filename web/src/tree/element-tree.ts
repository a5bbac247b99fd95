/**
 * The element tree of an app, as the ops make it. Pure: no DOM, no storage.
 *
 * Nodes are changed in place and each counts its own versions, so that a view that watches one
 * node is told about that node only: on a page of a thousand lines, a changed line costs one line.
 */
import type { ElementKind, ElementProps } from "../protocol/elements.ts";
import { BOTTOM, EVENT, MAIN, type NodeContent, type Op, SIDEBAR } from "../protocol/messages.ts";

export interface TreeNode<K extends ElementKind = ElementKind> {
  readonly id: number;
  readonly kind: K;
  /** Replaced, never changed: `===` tells whether they are the same. */
  props: ElementProps[K];
  readonly block: boolean;
  readonly widget: string | null;
  readonly key: string | null;
  readonly page: string;
  readonly fragment: string | null;
  parent: TreeNode | null;
  children: readonly TreeNode[];
  /** The last run that drew it. */
  run: number;
  /** Whether the running script has not drawn it yet, for long enough to show it. */
  isStale: boolean;
  /** Grows with every change of the fields above. */
  version: number;
}

export class ElementTree {
  readonly #nodes = new Map<number, TreeNode>();
  readonly #watchers = new Map<number, Set<() => void>>();
  readonly #changed = new Set<number>();
  /** The parents whose list of children was made anew since the last time, and can be changed. */
  readonly #relisted = new Set<TreeNode>();
  /** The nodes that the running script has not drawn for a while. */
  readonly #stale = new Set<TreeNode>();
  #run = 0;

  constructor() {
    for (const id of [MAIN, SIDEBAR, EVENT, BOTTOM]) this.#nodes.set(id, root(id));
  }

  /** One of the four roots. */
  root(id: number): TreeNode {
    const node = this.#nodes.get(id);
    if (!node) throw new Error(`There is no root ${id}.`);
    return node;
  }

  /** Call `onChange` whenever the node's version has grown; answers how to stop that. */
  watch(id: number, onChange: () => void): () => void {
    const watchers = this.#watchers.get(id) ?? new Set();
    this.#watchers.set(id, watchers.add(onChange));
    return () => {
      watchers.delete(onChange);
      if (watchers.size === 0 && this.#watchers.get(id) === watchers) this.#watchers.delete(id);
    };
  }

  /** Apply the ops of a run; `notify` tells the watchers afterwards. */
  apply(run: number, ops: readonly Op[]): void {
    this.#run = run;
    for (const op of ops) this.#applyOne(op);
  }

  /** Tell the watchers of every node that changed since the last time. */
  notify(): void {
    const changed = [...this.#changed];
    this.#changed.clear();
    this.#relisted.clear();
    for (const id of changed) for (const watcher of this.#watchers.get(id) ?? []) watcher();
  }

  /** Mark what the run has not drawn so far; what it draws later is unmarked then. */
  markStale(run: number): void {
    for (const node of this.#nodes.values()) {
      if (node.parent !== null && node.run !== run && !node.isStale) {
        node.isStale = true;
        this.#stale.add(node);
        this.#touch(node);
      }
    }
  }

  /** Unmark everything: the run is over and what is there, stays. */
  clearStale(): void {
    for (const node of this.#stale) this.#freshen(node);
  }

  /** Empty the tree, for a new worker that starts with an empty one. */
  clear(): void {
    for (const id of [MAIN, SIDEBAR, EVENT, BOTTOM]) {
      const node = this.root(id);
      for (const child of node.children) this.#forget(child);
      node.children = [];
      this.#touch(node);
    }
  }

  #applyOne(op: Op): void {
    switch (op.op) {
      case "insert":
        return this.#insert(op.parent, op.index, op.node);
      case "patch": {
        const node = this.#node(op.id);
        node.props = { ...node.props, ...op.props };
        this.#draw(node);
        return this.#touch(node);
      }
      case "move":
        return this.#move(this.#node(op.id), op.index);
      case "remove":
        return this.#remove(this.#node(op.id));
      case "keep": {
        const { children } = this.#node(op.parent);
        for (let index = op.index; index < op.index + op.count; index++) {
          const child = children[index];
          if (child) this.#draw(child);
        }
        return;
      }
      case "set_value":
      case "drop_values":
        return; // the values of widgets are not the tree's
      default:
        op satisfies never;
    }
  }

  #insert(parentId: number, index: number, content: NodeContent): void {
    const parent = this.#node(parentId);
    const node: TreeNode = {
      ...content,
      parent,
      children: [],
      run: this.#run,
      isStale: false,
      version: 0,
    };
    this.#nodes.set(node.id, node);
    this.#childrenOf(parent).splice(index, 0, node);
    this.#touch(parent);
  }

  #move(node: TreeNode, index: number): void {
    const { parent } = node;
    if (!parent) return;
    const children = this.#childrenOf(parent);
    children.splice(children.indexOf(node), 1);
    children.splice(index, 0, node);
    this.#touch(parent);
  }

  #remove(node: TreeNode): void {
    const { parent } = node;
    if (!parent) return;
    const children = this.#childrenOf(parent);
    children.splice(children.indexOf(node), 1);
    this.#forget(node);
    this.#touch(parent);
  }

  /** The children, to be changed: a list that was handed out is not, and copied once for many ops. */
  #childrenOf(parent: TreeNode): TreeNode[] {
    if (!this.#relisted.has(parent)) {
      this.#relisted.add(parent);
      parent.children = [...parent.children];
    }
    return parent.children as TreeNode[];
  }

  #forget(node: TreeNode): void {
    for (const child of node.children) this.#forget(child);
    node.parent = null;
    this.#nodes.delete(node.id);
    this.#stale.delete(node);
  }

  /** Note that the current run drew the node. */
  #draw(node: TreeNode): void {
    node.run = this.#run;
    this.#freshen(node);
  }

  #freshen(node: TreeNode): void {
    if (!node.isStale) return;
    node.isStale = false;
    this.#stale.delete(node);
    this.#touch(node);
  }

  #touch(node: TreeNode): void {
    node.version += 1;
    this.#changed.add(node.id);
  }

  #node(id: number): TreeNode {
    const node = this.#nodes.get(id);
    if (!node) throw new Error(`An op names node ${id}, which is not in the tree.`);
    return node;
  }
}

function root(id: number): TreeNode {
  return {
    id,
    // A root has no view of its own; the app's frame draws its children.
    kind: "empty",
    props: {},
    block: true,
    widget: null,
    key: null,
    page: "",
    fragment: null,
    parent: null,
    children: [],
    run: 0,
    isStale: false,
    version: 0,
  };
}
