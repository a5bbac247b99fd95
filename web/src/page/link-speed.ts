/**
 * How quick the link to the site is, by what has just come over it: the page's own code. A memory
 * image is some megabytes more than a plain start, and only worth it where they come quickly.
 */

/** Not every browser tells: https://wicg.github.io/netinfo/. */
export interface Connected {
  readonly connection?: { readonly saveData?: boolean };
}

/**
 * From this many bytes a second on an image is taken: 13 Mbit/s. It takes about as long to come as it
 * spares at 20 Mbit/s; but files that come side by side, to a processor that is busy with a page,
 * seem to come slower than they do, and an image that was not taken costs seconds where one that was
 * costs little.
 */
const WORTHWHILE = 1_600_000;

/** What is smaller says more of the delay than of the speed. */
const TELLING_BYTES = 40_000;

/** Say whether an image may be fetched now, and whether one may be fetched for the next visit. */
export function judgeLink(
  { connection }: Connected,
  performance: Pick<Performance, "getEntriesByType">,
): { mayFetch: boolean; mayPrepare: boolean } {
  if (connection?.saveData) return { mayFetch: false, mayPrepare: false };
  const speeds = (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
    // Of what was kept by the browser nothing came over the link.
    .filter(({ transferSize }) => transferSize >= TELLING_BYTES)
    .map(({ transferSize, responseStart, responseEnd }) => {
      return (transferSize * 1000) / Math.max(responseEnd - responseStart, 1);
    });
  // What comes slowly may have waited for the processor: the quickest of them tells.
  const mayFetch = speeds.length === 0 || Math.max(...speeds) >= WORTHWHILE;
  return { mayFetch, mayPrepare: true };
}
