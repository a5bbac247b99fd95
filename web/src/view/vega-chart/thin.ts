/**
 * Leaving out points of a line that nobody could tell apart.
 *
 * A chart of 700 pixels cannot show 10,000 points: fourteen share each column of pixels, and what is
 * seen of them is how far they reach up and down. So of each column the lowest and the highest point
 * stay, in their order, and the picture is the same.
 */

/** The part of the x axis that is seen. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly pixels: number;
}

/** With fewer points a pixel than this, leaving some out gains nothing. */
const POINTS_A_PIXEL = 3;

/**
 * The places of the points to draw, in order of x. Points outside of the window are left out but for
 * one on each side, to which the line leads.
 */
export function thin(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  order: ArrayLike<number>,
  window: Window,
): number[] {
  const first = Math.max(0, lowerBound(xs, order, window.from) - 1);
  const last = Math.min(order.length - 1, lowerBound(xs, order, window.to) + 1);
  if (last - first < window.pixels * POINTS_A_PIXEL) {
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) =>
      at(order, first + place),
    );
  }
  const scale = window.pixels / (window.to - window.from || 1);
  const pixelOf = (place: number) => Math.floor((at(xs, at(order, place)) - window.from) * scale);
  const kept: number[] = [];
  for (let place = first; place <= last; ) {
    const pixel = pixelOf(place);
    let lowest = -1;
    let highest = -1;
    let gap = -1;
    for (; place <= last && pixelOf(place) === pixel; place++) {
      const y = at(ys, at(order, place));
      if (Number.isNaN(y)) gap = place;
      else if (lowest < 0) lowest = highest = place;
      else if (y < at(ys, at(order, lowest))) lowest = place;
      else if (y > at(ys, at(order, highest))) highest = place;
    }
    for (const one of new Set([lowest, highest, gap].sort((a, b) => a - b))) {
      if (one >= 0) kept.push(at(order, one));
    }
  }
  return ends(kept, at(order, first), at(order, last));
}

/** The places of the points in order of x. */
export function orderOf(xs: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: xs.length }, (_, row) => row);
  for (let row = 1; row < xs.length; row++) {
    if (at(xs, row) < at(xs, row - 1)) return order.sort((a, b) => at(xs, a) - at(xs, b) || a - b);
  }
  return order;
}

/** How many points, in order, lie before `value`. */
export function lowerBound(xs: ArrayLike<number>, order: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(xs, at(order, middle)) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The line begins and ends where it did. */
function ends(kept: number[], first: number, last: number): number[] {
  if (kept[0] !== first) kept.unshift(first);
  if (kept.at(-1) !== last) kept.push(last);
  return kept;
}

function at(values: ArrayLike<number>, place: number): number {
  return values[place] as number;
}
