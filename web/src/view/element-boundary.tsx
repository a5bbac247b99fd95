/** Keeps a view that fails from taking the whole app with it. */
import { Component, type ReactNode } from "react";
import type { TreeNode } from "../tree/tree.ts";

interface Props {
  node: TreeNode;
  children: ReactNode;
}

interface State {
  error: Error | null;
  /** The version of the node that failed; a newer one is tried again. */
  version: number;
}

export class ElementBoundary extends Component<Props, State> {
  override state: State = { error: null, version: -1 };

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ node }: Props, state: State): Partial<State> | null {
    if (state.version === node.version) return null;
    return { error: null, version: node.version };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <p role="alert" className="ts-broken">
        This {this.props.node.kind.replaceAll("_", " ")} cannot be shown: {error.message}
      </p>
    );
  }
}
