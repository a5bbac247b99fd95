import { X } from "lucide-react";
import type { ReactNode } from "react";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from "react-aria-components/Toast";
import { classes } from "./classes.ts";
import { IconButton } from "./icon-button.tsx";
import "./toast.css";

export interface ToastMessage {
  readonly icon?: ReactNode;
  readonly body: ReactNode;
  /** Its class, too: the hook of tests and of an author's CSS. */
  readonly testId?: string | undefined;
}

/** The toasts of one page, newest first; it outlives the elements that add to it. */
export type Toasts = ToastQueue<ToastMessage>;

/**
 * `toasts.add(message, { timeout: 4000 })` shows one; without a timeout it stays until it is
 * closed.
 */
export function createToasts(): Toasts {
  return new ToastQueue<ToastMessage>({ maxVisibleToasts: 5 });
}

export interface ToastRegionProps {
  readonly toasts: Toasts;
  /** Its class, too. */
  readonly testId?: string | undefined;
}

/**
 * Where toasts appear: top right. A region of the page (F6 leads to it) that reads out what is new;
 * the clock stops while the pointer or the focus is in it.
 */
export function ToastRegion({ toasts, testId }: ToastRegionProps) {
  return (
    <AriaToastRegion
      queue={toasts}
      className={classes("ts-toasts", testId)}
      data-testid={testId}
      aria-label="Notifications"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className={classes("ts-toast", toast.content.testId)}
          data-testid={toast.content.testId}
        >
          <ToastContent className="ts-toast-content">
            {toast.content.icon && <span className="ts-toast-icon">{toast.content.icon}</span>}
            <div className="ts-toast-body">{toast.content.body}</div>
          </ToastContent>
          <IconButton slot="close" icon={X} label="Close" size="small" />
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
