/**
 * The element tree of an app, as the ops make it. Pure: no DOM, no storage.
 *
 * Nodes are changed in place and each counts its own versions, so that a view that watches one
 * node is told about that node only: on a page of a thousand lines, a changed line costs one line.
 */
import type { ElementKind } from "../protocol/elements.ts";
import { BOTTOM, EVENT, MAIN, type NodeContent, type Op, SIDEBAR } from "../protocol/messages.ts";
import type { Picture, PicturedNode } from "../protocol/picture.ts";
import { isSame } from "../protocol/same.ts";
import { isLike, newNode, root, type TreeNode } from "./node.ts";

/**
 * How far an element is looked for among those of the last visit. What is passed over is gone, so a
 * longer look would rather lose what is about to be drawn.
 */
const LOOK_AHEAD = 8;

export class ElementTree {
  readonly #nodes = new Map<number, TreeNode>();
  readonly #watchers = new Map<number, Set<() => void>>();
  readonly #changed = new Set<number>();
  /** The parents whose list of children was made anew since the last time, and can be changed. */
  readonly #relisted = new Set<TreeNode>();
  /** The nodes that the running script has not drawn for a while. */
  readonly #stale = new Set<TreeNode>();
  /** What the last visit left; in each list it stands behind all that the run has drawn so far. */
  readonly #past = new Set<TreeNode>();
  #lastPastId = 0;
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

  /** How many elements there are, those in containers among them. */
  get size(): number {
    return this.#nodes.size;
  }

  /** All elements of a kind, wherever they are. */
  *ofKind<K extends ElementKind>(kind: K): Iterable<TreeNode<K>> {
    for (const node of this.#nodes.values()) if (node.kind === kind) yield node as TreeNode<K>;
  }

  /** Whether nothing at all is shown. */
  get isEmpty(): boolean {
    return [MAIN, SIDEBAR, EVENT, BOTTOM].every((id) => this.root(id).children.length === 0);
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

  // ---- the last visit ---------------------------------------------------------------------------

  /** Show what the last visit left, stale. The elements of the run take its place one by one. */
  showPast(roots: Picture["roots"]): void {
    for (const [id, elements] of roots) this.#hangPast(this.root(id), elements);
  }

  /** Take away what the last visit left and no element has taken the place of. */
  forgetPast(): void {
    for (const node of this.#past) if (!node.parent?.isPast) this.#remove(node);
  }

  #hangPast(parent: TreeNode, elements: readonly PicturedNode[]): void {
    const nodes = elements.map(({ content, value, children }) => {
      this.#lastPastId -= 1;
      const past = { id: this.#lastPastId, isStale: true, isPast: true, pastValue: value };
      const node: TreeNode = { ...newNode(content, parent, 0), ...past };
      this.#past.add(node);
      this.#hangPast(node, children);
      return node;
    });
    parent.children = [...parent.children, ...nodes];
    this.#touch(parent);
  }

  /**
   * Let what the last visit left in this place become the new element. For the view it is then the
   * same one with other props, as in a rerun: nothing flickers, a chart is not built anew.
   */
  #tryTakeOver(parent: TreeNode, index: number, content: NodeContent): boolean {
    if (!parent.children[index]?.isPast) return false;
    const ahead = parent.children.slice(index, index + LOOK_AHEAD);
    const node = ahead.find((past) => isLike(past, content));
    if (!node) return false;
    for (const passedOver of ahead.slice(0, ahead.indexOf(node))) this.#remove(passedOver);
    if (!isSame(node.props, content.props)) node.props = content.props;
    node.opId = content.id;
    node.isPast = false;
    this.#past.delete(node);
    this.#nodes.set(content.id, node);
    this.#draw(node);
    return true;
  }

  // ---- ops --------------------------------------------------------------------------------------

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
    if (this.#tryTakeOver(parent, index, content)) return;
    const node = newNode(content, parent, this.#run);
    this.#nodes.set(node.opId, node);
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
    this.#stale.delete(node);
    // One of the last visit may have the same number as one of the run.
    if (!this.#past.delete(node)) this.#nodes.delete(node.opId);
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
