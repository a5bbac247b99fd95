import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "./icon-button.tsx";
import "./dialog.css";

export interface DialogProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  /** Called with false by Esc, by the close button and by a press outside. */
  readonly onOpenChange: (isOpen: boolean) => void;
  /** A question that must be answered closes by its own buttons alone. */
  readonly isDismissable?: boolean;
  readonly size?: "small" | "medium" | "large";
  /** Buttons at the end, the main one last. */
  readonly actions?: ReactNode;
  /** Rendered only while the dialog is open. */
  readonly children: ReactNode;
  readonly "data-testid"?: string;
}

/**
 * A dialog over the middle of the page. It keeps the focus while it is open and gives it back to
 * where it was.
 */
export function Dialog(props: DialogProps) {
  return <Overlay {...props} place="middle" />;
}

/**
 * A panel that comes in from the right, over the content, in full height: settings, a log, a source
 * file.
 */
export function Sheet(props: DialogProps) {
  return <Overlay {...props} place="right" />;
}

function Overlay({
  title,
  isOpen,
  onOpenChange,
  isDismissable = true,
  size = "medium",
  actions,
  children,
  place,
  "data-testid": testId,
}: DialogProps & { readonly place: "middle" | "right" }) {
  return (
    <ModalOverlay
      className="ts-scrim"
      data-place={place}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
    >
      <Modal className="ts-modal" data-place={place} data-size={size}>
        <AriaDialog
          className="ts-dialog"
          role={isDismissable ? "dialog" : "alertdialog"}
          data-testid={testId}
        >
          <header className="ts-dialog-head">
            <Heading slot="title" level={2} className="ts-dialog-title">
              {title}
            </Heading>
            {isDismissable && (
              <IconButton icon={X} label="Close" size="small" onPress={() => onOpenChange(false)} />
            )}
          </header>
          <div className="ts-dialog-body">{children}</div>
          {actions && <footer className="ts-dialog-foot">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
