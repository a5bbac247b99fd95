// The private memory of a tab's renderer process, in megabytes.
import { readFile } from "node:fs/promises";

/**
 * The largest renderer of the browser: that of the only tab with an app in it.
 * @param {import("playwright").Browser} browser
 */
export async function rendererMemory(browser) {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  const sizes = await Promise.all(renderers.map(({ id }) => privateMemory(id)));
  await client.detach();
  return Math.max(...sizes);
}

/** @param {number} id of a process */
async function privateMemory(id) {
  const text = await readFile(`/proc/${id}/smaps_rollup`, "utf8").catch(() => "");
  const sizes = [...text.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].map(([, size]) => Number(size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}
