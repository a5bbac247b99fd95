import { CircleHelp } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import {
  Tooltip as AriaTooltip,
  type TooltipProps as AriaTooltipProps,
  TooltipTrigger,
} from "react-aria-components/Tooltip";
import { Icon } from "./icon.tsx";
import "./tooltip.css";

type Placement = NonNullable<AriaTooltipProps["placement"]>;

export interface TooltipProps {
  readonly content: ReactNode;
  readonly placement?: Placement;
  /** Exactly one element that can take focus. */
  readonly children: ReactNode;
}

/** Words that appear beside a control while it is pointed at or has the keyboard's focus. */
export function Tooltip({ content, placement = "top", children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <Bubble placement={placement}>{content}</Bubble>
    </TooltipTrigger>
  );
}

export interface HelpProps {
  /** The explanation; it may be rich text. */
  readonly children: ReactNode;
  /** What the explanation is about, for a screen reader: "Help for Size". */
  readonly label?: string | undefined;
  readonly placement?: Placement;
  readonly bubbleTestId?: string | undefined;
}

/**
 * The "?" beside a label. Unlike a tooltip it also opens by touch, where nothing can be pointed at,
 * and stays until the next tap elsewhere.
 */
export function Help({ children, label = "Help", placement = "top", bubbleTestId }: HelpProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <TooltipTrigger
      isOpen={isOpen}
      onOpenChange={setOpen}
      delay={150}
      closeDelay={100}
      shouldCloseOnPress={false}
    >
      <AriaButton className="ts-help" aria-label={label} onPress={() => setOpen(true)}>
        <Icon of={CircleHelp} size={16} />
      </AriaButton>
      <Bubble placement={placement} offset={-4} testId={bubbleTestId}>
        {children}
      </Bubble>
    </TooltipTrigger>
  );
}

interface BubbleProps {
  readonly placement: Placement;
  /** From the edge of the target, which is larger than its picture. */
  readonly offset?: number;
  readonly testId?: string | undefined;
  readonly children: ReactNode;
}

function Bubble({ placement, offset = 8, testId, children }: BubbleProps) {
  return (
    <AriaTooltip className="ts-tooltip" placement={placement} offset={offset} data-testid={testId}>
      {children}
    </AriaTooltip>
  );
}
