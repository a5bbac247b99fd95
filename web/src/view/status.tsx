/** A box that tells how far its work is, with the details inside. */
import { CircleAlert, CircleCheck } from "lucide-react";
import { Icon, Spinner } from "../kit/index.ts";
import { Stack } from "./block.tsx";
import { ExpandableBox, useFollowing } from "./expander.tsx";
import type { ViewProps } from "./view-props.ts";
import "./status.css";

export function StatusView({ node, props }: ViewProps<"status">) {
  const [isOpen, setIsOpen] = useFollowing(props.expanded ?? false);
  return (
    <ExpandableBox
      node={node}
      label={props.label}
      icon={<StatusIcon state={props.state} />}
      type={props.type}
      width={props.width}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    >
      <Stack node={node} />
    </ExpandableBox>
  );
}

function StatusIcon({ state }: { state: "running" | "complete" | "error" }) {
  if (state === "running") {
    return (
      <span data-testid="stExpanderIconSpinner">
        <Spinner label="Running" />
      </span>
    );
  }
  const isError = state === "error";
  return (
    <span
      className="ts-status-icon"
      data-state={state}
      data-testid={isError ? "stExpanderIconError" : "stExpanderIconCheck"}
    >
      <Icon of={isError ? CircleAlert : CircleCheck} size={18} />
    </span>
  );
}
