/** The quiet line below a field: how to send what is typed, and how much of it there may be. */
import "./hint.css";

export interface InputHintProps {
  readonly isShown: boolean;
  /** What to press, and what for; null or false where there is nothing to press. */
  readonly action: string | null | false;
  readonly length: number;
  readonly maxLength: number | null;
}

export function InputHint({ isShown, action, length, maxLength }: InputHintProps) {
  if (!isShown || (!action && maxLength === null)) return null;
  return (
    <div className="ts-input-hint" data-testid="InputInstructions">
      {action && <span>{action}</span>}
      {maxLength !== null && <span>{`${length}/${maxLength}`}</span>}
    </div>
  );
}
