/// <reference lib="dom" />
// What a visit leaves for the next one is kept in idle moments. Nobody has to wait for it but who
// measures the next one. These run in the page.

const TIMEOUT_MS = 120_000;
const BETWEEN_MS = 100;

/**
 * Waits until the service worker has kept the site, and the browser the app's memory image.
 * @param {number} images how many are kept then
 */
export async function untilAllKept(images) {
  const end = performance.now() + TIMEOUT_MS;
  while (!((await areImagesKept(images)) && (await isSiteKept()))) {
    if (performance.now() > end) throw new Error("Nothing was kept for the next visit.");
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}

/**
 * One that is being written is there under another name, or empty; and its other name may be gone
 * when it is looked at.
 * @param {number} wanted
 */
async function areImagesKept(wanted) {
  let count = 0;
  let hasCore = false;
  const root = await navigator.storage.getDirectory();
  for await (const folder of /** @type {any} */ (root).values()) {
    for await (const file of folder.values()) {
      const isThere = await file.getFile().then(
        (/** @type {File} */ { size }) => size > 0,
        () => false,
      );
      if (isThere && file.name.endsWith(".image")) count += 1;
      if (isThere && file.name.includes(".wasm")) hasCore = true;
    }
  }
  return hasCore && count >= wanted;
}

/** Whether all is kept that the service worker keeps last, after what the app has used. */
async function isSiteKept() {
  const { active } = await navigator.serviceWorker.ready;
  if (active?.state !== "activated") return false;
  const code = await (await fetch("service-worker.js", { cache: "force-cache" })).text();
  const { essential, lazy } = JSON.parse(/^self\.TABSTREAM_SITE=(.*);$/m.exec(code)?.[1] ?? "{}");
  const cache = await caches.open(`tabstream ${new URL(".", location.href).href}`);
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const isKept = (/** @type {string} */ path) => {
    return kept.includes(new URL(path, location.href).pathname);
  };
  const first = essential.filter((/** @type {string} */ path) => path !== "index.html");
  return [...first, ...lazy].every(isKept);
}
