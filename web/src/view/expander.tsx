/** A box that opens and closes; what is inside stays as it is meanwhile. */
import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Disclosure, DisclosurePanel } from "react-aria-components/Disclosure";
import { Icon } from "../kit/index.ts";
import type { TreeNode } from "../tree/tree.ts";
import { useWidget } from "./app-context.ts";
import { Stack } from "./block.tsx";
import { keyClass } from "./element.tsx";
import { Glyph, RichText } from "./markdown/index.ts";
import { cssSize } from "./sizes.ts";
import { staleness } from "./staleness.ts";
import type { ViewProps } from "./view-props.ts";
import "./expander.css";

export function ExpanderView({ node, props }: ViewProps<"expander">) {
  const widget = useWidget<boolean>(node, props, props.expanded);
  const [own, setOwn] = useFollowing(props.expanded);
  return (
    <ExpandableBox
      className={keyClass(node.key)}
      node={node}
      label={props.label}
      icon={
        props.icon && (
          <span data-testid="stExpanderIcon">
            <Glyph icon={props.icon} />
          </span>
        )
      }
      type={props.type}
      width={props.width}
      isOpen={node.widget ? widget.value : own}
      onOpenChange={node.widget ? (isOpen) => widget.change(isOpen) : setOwn}
    >
      <Stack node={node} />
    </ExpandableBox>
  );
}

/** A state that a person may change, and that follows the script when the script changes its mind. */
export function useFollowing<T>(wanted: T): [T, (value: T) => void] {
  const [state, setState] = useState({ wanted, value: wanted });
  if (state.wanted !== wanted) setState({ wanted, value: wanted });
  return [state.value, (value) => setState({ wanted, value })];
}

interface ExpandableBoxProps {
  className?: string | undefined;
  node: TreeNode;
  label: string;
  icon: ReactNode;
  type: "default" | "compact" | "step";
  width: string | number;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
}

export function ExpandableBox(props: ExpandableBoxProps) {
  return (
    <div
      className={["ts-expander", "stExpander", props.className].filter(Boolean).join(" ")}
      data-testid="stExpander"
      data-type={props.type}
      {...staleness(props.node)}
      style={{ inlineSize: cssSize(props.width) }}
    >
      <Disclosure isExpanded={props.isOpen} onExpandedChange={props.onOpenChange}>
        {/* No heading: only the author knows which level would be right here. */}
        <Button slot="trigger" className="ts-expander-button">
          {props.icon}
          <RichText inline links={false} text={props.label} />
          <span className="ts-expander-arrow">
            <Icon of={ChevronRight} size={18} />
          </span>
        </Button>
        <DisclosurePanel className="ts-expander-panel" data-testid="stExpanderDetails">
          <div className="ts-vertical stVerticalBlock" data-testid="stVerticalBlock">
            {props.children}
          </div>
        </DisclosurePanel>
      </Disclosure>
    </div>
  );
}
