/** A place for one element that is not there yet. */
export function EmptyView() {
  return <div className="stEmpty" data-testid="stEmpty" />;
}
