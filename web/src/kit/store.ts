/** One value that is watched: by a component, or by anything else. */
import { useSyncExternalStore } from "react";

export class Store<T> {
  #value: T;
  readonly #watchers = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  readonly get = (): T => this.#value;

  /** Replace the value; whoever watches is told, unless it is the same. */
  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const watcher of this.#watchers) watcher();
  }

  /** Change some fields of a value that is an object. */
  patch(changes: Partial<T>): void {
    this.set({ ...this.#value, ...changes });
  }

  readonly watch = (onChange: () => void): (() => void) => {
    this.#watchers.add(onChange);
    return () => this.#watchers.delete(onChange);
  };
}

/** Watch one field of a store; renders again when that changes, and for nothing else. */
export function useField<T, K extends keyof T>(store: Store<T>, field: K): T[K] {
  return useSyncExternalStore(store.watch, () => store.get()[field]);
}

/** Watch a store; renders again when its value changes. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.watch, store.get);
}
