/**
 * The rows of an open list, as react-aria's list box wants them.
 *
 * Its own way, an element for each row from which a collection is built, takes half a second for ten
 * thousand options. Here the rows are plain objects, and only those in sight become elements.
 */

import type { ReactElement } from "react";
import type { Collection, Key, Node } from "react-stately";

/** A row: an option, or what can be done beside choosing one. */
export interface Row {
  /** An option's place among the options; a word for other rows. */
  readonly key: Key;
  readonly text: string;
}

export class RowCollection implements Collection<Node<Row>> {
  readonly #nodes: readonly Node<Row>[];
  readonly #places = new Map<Key, number>();

  constructor(rows: readonly Row[], render: (node: Node<Row>) => ReactElement) {
    this.#nodes = rows.map((row, index) => ({
      type: "item",
      key: row.key,
      value: row,
      textValue: row.text,
      rendered: row.text,
      index,
      level: 0,
      hasChildNodes: false,
      childNodes: [],
      props: {},
      render,
    }));
    rows.forEach((row, index) => {
      this.#places.set(row.key, index);
    });
  }

  get size(): number {
    return this.#nodes.length;
  }

  [Symbol.iterator](): Iterator<Node<Row>> {
    return this.#nodes[Symbol.iterator]();
  }

  getKeys(): Iterable<Key> {
    return this.#places.keys();
  }

  getItem(key: Key): Node<Row> | null {
    return this.at(this.#places.get(key) ?? -1);
  }

  at(index: number): Node<Row> | null {
    return this.#nodes[index] ?? null;
  }

  getKeyBefore(key: Key): Key | null {
    return this.#keyBeside(key, -1);
  }

  getKeyAfter(key: Key): Key | null {
    return this.#keyBeside(key, 1);
  }

  getFirstKey(): Key | null {
    return this.at(0)?.key ?? null;
  }

  getLastKey(): Key | null {
    return this.at(this.size - 1)?.key ?? null;
  }

  getChildren(): Iterable<Node<Row>> {
    return [];
  }

  #keyBeside(key: Key, by: 1 | -1): Key | null {
    const place = this.#places.get(key);
    return place === undefined ? null : (this.at(place + by)?.key ?? null);
  }
}
