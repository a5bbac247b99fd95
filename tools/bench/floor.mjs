/// <reference lib="dom" />
// The physical limit: what no start from a memory image can do without, by itself.
import { inNewProfile } from "./browser.mjs";
import { serveSite } from "./server.mjs";

/** @typedef {import("./table.mjs").Note} Note */

/** A browser keeps what it has compiled once it has been run for a while. */
const VISITS_BEFORE = 3;
const TIMEOUT_MS = 120_000;

/**
 * @param {string} browser its program
 * @param {number} rounds
 * @param {Note} note
 */
export async function measureFloor(browser, rounds, note) {
  const server = await serveSite();
  try {
    await inNewProfile(browser, async (context) => {
      for (let visit = 0; visit < VISITS_BEFORE; visit += 1) {
        const page = await context.newPage();
        await page.goto(`${server.address}bench/bare.html`);
        await page.waitForFunction(() => document.title === "ready", null, { timeout: TIMEOUT_MS });
        await page.close();
      }
      for (let round = 0; round < rounds; round += 1) {
        for (const image of ["core", "pandas"]) {
          const found = await inPage(
            (image) => /** @type {any} */ (window).measureFloor(image),
            image,
          );
          note(`${image}: read the core and what is kept of compiling it`, "ms", found.compile);
          note(`${image}: compile the side modules`, "ms", found.sides);
          note(`${image}: have the memory and fill it`, "ms", found.fill);
          note(`${image}: paint`, "ms", found.paint);
          note(`${image}: all of it`, "ms", found.total);
          note(`${image}: memory`, "MB", found.size / 1e6);
          note(`${image}: of it copied`, "MB", found.content / 1e6);
        }
        // In a page of its own: in one that has compiled the same bytes there is nothing to do.
        const anew = await inPage(() => /** @type {any} */ (window).compileAnew(), "");
        note("read the core, which the browser has", "ms", anew.read);
        note("compile it anew", "ms", anew.compile);
      }
      /** @param {(image: string) => Promise<any>} work @param {string} image */
      async function inPage(work, image) {
        const page = await context.newPage();
        await page.goto(`${server.address}bench/floor.html`);
        const found = await page.evaluate(work, image);
        await page.close();
        return found;
      }
    });
  } finally {
    server.close();
  }
}
