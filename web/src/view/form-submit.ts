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

/**
 * What Enter does in a field of a form: it presses the first submit button. Null where it does
 * nothing: outside of a form, where the author does not want it, and, as in Streamlit, where the
 * first button is disabled.
 */
export function useEnterToSubmit(node: TreeNode<ElementKind>): { press(): void } | null {
  const { values } = useApp();
  const form = formAround(node);
  if (!form?.props.enter_to_submit) return null;
  return {
    press() {
      const [button] = submitButtons(form);
      if (button && !button.props.disabled) submit(values, form, button);
    },
  };
}

function is<K extends ElementKind>(node: TreeNode, kind: K): node is TreeNode & TreeNode<K> {
  return node.kind === kind;
}
