/**
 * What workers leave behind: tens of megabytes of pieces of streams, from which Python was made or which
 * were kept for the next visit.
 */

/** Enough to be noticed; what is never written to takes no memory. */
const NOTICED_BYTES = 64 * 1024 * 1024;

/**
 * Have the engine look for garbage. It does so by itself when much is asked for, and a worker that is
 * done asks for nothing: after a first visit 60 MB stayed in Python's for as long as the tab was open, and
 * 50 MB in the service worker until it was ended.
 */
export function collectGarbage(): number {
  try {
    // What nobody looks at is left out by the bundler.
    return new ArrayBuffer(NOTICED_BYTES).byteLength;
  } catch {
    return 0; // where so much cannot be had, the engine has just looked
  }
}
