/** A horizontal line. */
import "./divider.css";

export function DividerView() {
  return (
    <div className="stMarkdown" data-testid="stMarkdown">
      <hr className="ts-divider" />
    </div>
  );
}
