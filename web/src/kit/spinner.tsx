import "./spinner.css";

export interface SpinnerProps {
  /** What is being waited for. */
  readonly label: string;
  /** Edge length in pixels. */
  readonly size?: number;
  /** Shows the label beside the ring; else it is for screen readers alone. */
  readonly showLabel?: boolean;
}

/** A turning ring: something goes on, and nobody can say how long. */
export function Spinner({ label, size = 18, showLabel = false }: SpinnerProps) {
  return (
    <span className="ts-spinner" role="status">
      <svg
        className="ts-spinner-ring"
        width={size}
        height={size}
        viewBox="0 0 24 24"
        aria-hidden="true"
      >
        <circle cx="12" cy="12" r="9.5" />
        <path d="M12 2.5a9.5 9.5 0 0 1 9.5 9.5" />
      </svg>
      <span className={showLabel ? undefined : "ts-hidden"}>{label}</span>
    </span>
  );
}
