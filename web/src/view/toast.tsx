/** A notice that floats over the page for a while. It is shown by the frame, which outlives it. */
import { useEffect } from "react";
import { useApp } from "./app-context.ts";
import { Glyph, RichText } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";

export function ToastView({ node, props }: ViewProps<"toast">) {
  const { toasts } = useApp();
  const { body, icon, duration } = props;
  useEffect(() => {
    // A toast outlives its element: what a run announced stays until its time is over.
    const message = {
      testId: "stToast",
      icon: icon && (
        <span data-testid="stToastDynamicIcon">
          <Glyph icon={icon} />
        </span>
      ),
      body: (
        <div data-testid="stToastText">
          <RichText text={body} />
        </div>
      ),
    };
    toasts.show(node.id, `${icon} ${body}`, message, duration);
  }, [toasts, node.id, body, icon, duration]);
  return null;
}
