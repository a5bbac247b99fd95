/**
 * A wheel that turns over a chart zooms it, but scrolling a page past a chart must not stop there. So a
 * gesture belongs to what was under the pointer when it began.
 */

/** A pause that is longer begins another gesture. */
const PAUSE_MS = 300;

let last = Number.NEGATIVE_INFINITY;
let owner: EventTarget | null = null;

function note(event: WheelEvent): void {
  if (event.timeStamp - last > PAUSE_MS) {
    const chart = (event.target as Element | null)?.closest?.(".ts-vega-chart");
    owner = chart ?? null;
  }
  last = event.timeStamp;
}

/** Keep a chart from zooming while a page is scrolled past it; answers how to stop that. */
export function guardWheel(chart: HTMLElement): () => void {
  const guard = (event: WheelEvent) => {
    if (owner !== chart.closest(".ts-vega-chart")) event.stopPropagation();
  };
  window.addEventListener("wheel", note, { capture: true, passive: true });
  chart.addEventListener("wheel", guard, { capture: true });
  return () => chart.removeEventListener("wheel", guard, { capture: true });
}
