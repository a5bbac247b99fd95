/** The author's picture at the beginning of a field's box. */
import { ButtonIcon } from "../button-content.tsx";

interface BoxIconProps {
  readonly icon: string | null;
  readonly testId?: string;
}

export function BoxIcon({ icon, testId }: BoxIconProps) {
  if (!icon) return null;
  return (
    <span className="ts-box-icon" data-testid={testId}>
      <ButtonIcon icon={icon} />
    </span>
  );
}
