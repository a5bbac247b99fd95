/** What belongs to a form, and how it is submitted: by its button, or by Enter in one of its fields. */
import type { ElementKind } from "../protocol/elements.ts";
import type { TreeNode } from "../tree/tree.ts";
import { useApp } from "./app-context.ts";
import type { Values } from "./values.ts";

/** The form that an element stands in. */
export function formAround(node: TreeNode): TreeNode<"form"> | null {
  for (let at = node.parent; at; at = at.parent) if (is(at, "form")) return at;
  return null;
}

/** Every element below a node, in the order of the page. */
export function* descendants(node: TreeNode): Generator<TreeNode> {
  for (const child of node.children) {
    yield child;
    yield* descendants(child);
  }
}

/** The buttons that submit a form, in the order of the page. */
export function submitButtons(form: TreeNode): TreeNode<"button">[] {
  return [...descendants(form)].flatMap((node) =>
    is(node, "button") && node.props.submits ? [node] : [],
  );
}

/** Submit a form by one of its buttons; its fields go back to their defaults if its author said so. */
export function submit(values: Values, form: TreeNode<"form">, button: TreeNode): void {
  const { id, clear_on_submit: clears } = form.props;
  const fields = [...descendants(form)].flatMap((node) =>
    node.widget !== null && !(is(node, "button") && node.props.submits) ? [node.widget] : [],
  );
  values.submit(id, button.widget ?? "", clears ? fields : []);
}

/** Enter in a field of a form. */
export interface EnterToSubmit {
  /** Whether it submits the form, as far as is known: the field may say so. */
  readonly isOn: boolean;
  /**
   * Press the first submit button. Nothing happens where the author does not want it and, as in
   * Streamlit, where that button is disabled.
   */
  press(): void;
}

export function useEnterToSubmit(node: TreeNode<ElementKind>): EnterToSubmit {
  const { values } = useApp();
  const form = formAround(node);
  return {
    isOn: form?.props.enter_to_submit ?? false,
    press() {
      if (!form?.props.enter_to_submit) return;
      const [button] = submitButtons(form);
      if (button && !button.props.disabled) submit(values, form, button);
    },
  };
}

function is<K extends ElementKind>(node: TreeNode, kind: K): node is TreeNode & TreeNode<K> {
  return node.kind === kind;
}
