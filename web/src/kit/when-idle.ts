/** A browser that is never idle is no reason to wait for ever. */
const IDLE_LIMIT_MS = 10_000;

/** Where a browser does not tell of idleness: Safari. */
const SOON_MS = 1_000;

/** Do something once nothing else is to do. */
export function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: IDLE_LIMIT_MS });
  else setTimeout(work, SOON_MS);
}
