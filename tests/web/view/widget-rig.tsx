/** A page of elements without Python: what a script would draw is handed in, what it would be sent is noted. */

import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { Store } from "../../../web/src/kit/index.ts";
import type { ElementKind, ElementProps } from "../../../web/src/protocol/elements.ts";
import { type Json, MAIN, type Op } from "../../../web/src/protocol/messages.ts";
import type { ScriptState } from "../../../web/src/protocol/port.ts";
import { ElementTree } from "../../../web/src/tree/tree.ts";
import { type App, AppProvider, useApp, useNode } from "../../../web/src/view/app-context.ts";
import { AssetsProvider } from "../../../web/src/view/assets.ts";
import { Children } from "../../../web/src/view/block.tsx";
import { viewOf } from "../../../web/src/view/registry.ts";
import { ToastBoard } from "../../../web/src/view/toast-board.ts";
import { type RunRequest, Values } from "../../../web/src/view/values.ts";
import { mount } from "../kit/mount.tsx";
import { assetsWith } from "./markdown/site.ts";
import { PLAIN } from "./plain.ts";

// In a test react-aria's virtualizer draws every row unless it finds this: it expects a DOM without sizes.
Object.assign(globalThis, { process: { env: { VIRT_ON: "true" } } });

/** A run as Python would be asked for it. */
export interface AskedRun extends RunRequest {
  values: Record<string, Json>;
}

export interface DrawnElement {
  kind: ElementKind;
  props: Record<string, unknown>;
  children?: DrawnElement[];
}

/** What every widget has, unless it is said. */
const COMMON = {
  help: null,
  disabled: false,
  label_visibility: "visible",
  form: null,
  reruns: true,
  width: "stretch",
};

/** An element as a script would draw it; fields that are not given have the plainest value. */
export function element<K extends ElementKind>(
  kind: K,
  props: Partial<ElementProps[K]>,
  ...children: DrawnElement[]
): DrawnElement {
  return { kind, props: { ...COMMON, label: kind, ...PLAIN[kind], ...props }, children };
}

export interface Saved {
  name: string;
  mime: string;
  text: string;
}

function Page() {
  const root = useApp().tree.root(MAIN);
  useNode(root);
  return <Children node={root} />;
}

/**
 * Show elements on the page, in an app of their own.
 *
 * An element is known by its label, which is its widget's id, too, or by its kind.
 */
export function draw(...elements: DrawnElement[]) {
  return drawIn(<Page />, { [MAIN]: elements });
}

/** The same, in a page of the test's own, with elements in some of the tree's roots. */
export function drawIn(page: ReactNode, roots: Record<number, DrawnElement[]>) {
  const runs: AskedRun[] = [];
  const uploads: File[] = [];
  const saved: Saved[] = [];
  const values = new Values((request) => runs.push({ ...request, values: values.all() }));
  const tree = new ElementTree();
  const app: App = {
    tree,
    values,
    run: new Store<{ script: ScriptState }>({ script: "notRunning" }),
    viewOf,
    toasts: new ToastBoard(),
    async upload(file) {
      uploads.push(file);
      return `upload-${uploads.length}`;
    },
    download(name, mime, bytes) {
      saved.push({ name, mime, text: new TextDecoder().decode(bytes) });
    },
  };
  const ids = new Map<string, number>();
  let last = 100;
  const ops: Op[] = [];
  const insert = (parent: number, index: number, { kind, props, children = [] }: DrawnElement) => {
    const id = ++last;
    const label = String(props.label);
    ids.set(label, id);
    const block = children.length > 0 || kind === "form";
    const node = { id, kind, props, block, widget: label, key: null, page: "", fragment: null };
    ops.push({ op: "insert", parent, index, node } as Op);
    children.forEach((child, at) => {
      insert(id, at, child);
    });
  };
  for (const [root, elements] of Object.entries(roots)) {
    elements.forEach((drawn, index) => {
      insert(Number(root), index, drawn);
    });
  }
  tree.apply(1, ops);
  // At once, so that a test can act on what it drew.
  const { place } = flushSync(() =>
    mount(
      <AssetsProvider value={assetsWith()}>
        <AppProvider value={app}>{page}</AppProvider>
      </AssetsProvider>,
    ),
  );
  return {
    place,
    runs,
    uploads,
    saved,
    values,
    /** What the script is at; nothing, unless a test says otherwise. */
    run: app.run,
    /** Change some fields of an element, as a rerun does. */
    patch(label: string, props: Record<string, unknown>) {
      const id = ids.get(label);
      if (id === undefined) throw new Error(`Nothing is labelled ${label}.`);
      tree.apply(2, [{ op: "patch", id, props }]);
      tree.notify();
    },
  };
}
