/** The worker that imports modules, of which none does anything before it is called. */

/** An engine hands on what it has compiled a moment after it has done so. */
const MOMENT_MS = 2_000;

self.addEventListener("message", async ({ data }: MessageEvent<readonly string[]>) => {
  for (const address of data) await import(/* @vite-ignore */ address).catch(() => {});
  setTimeout(() => self.postMessage(null), MOMENT_MS);
});
