// Cached results outlive a reload in Firefox, also where Python cannot wait for the storage.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { expectTexts, KINDS, START_MS, startFirefox } from "./driving/firefox.mjs";
import { serveSite } from "./driving/site.mjs";

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
before(async () => {
  site = await serveSite();
});
after(() => site.close());

/**
 * Waits until so many results are stored.
 * @param {import("puppeteer-core").Page} page
 * @param {number} wanted
 */
async function expectStored(page, wanted) {
  const end = Date.now() + START_MS;
  /** @type {number | undefined} */
  let count;
  while (Date.now() < end) {
    count = await page.evaluate(async () => {
      const name = "tabstream results";
      // Opening one that is not there would make it.
      const there = await indexedDB.databases();
      if (!there.some((database) => database.name === name)) return 0;
      /** @type {IDBDatabase} */
      const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      /** @type {number} */
      const found = await new Promise((resolve) => {
        const request = database.transaction("content").objectStore("content").count();
        request.onsuccess = () => resolve(request.result);
      });
      database.close();
      return found;
    });
    if (count === wanted) return;
  }
  assert.equal(count, wanted);
}

for (const { kind, preferences, mayHaveJspi } of KINDS) {
  describe(`Firefox ${kind}`, () => {
    /** @type {Awaited<ReturnType<typeof startFirefox>>} */
    let browser;
    before(async () => {
      browser = await startFirefox(preferences);
    });
    after(() => browser.close());

    test("a cached result is there after a reload", async () => {
      const page = await browser.newPage();
      await page.goto(`${site.address}?script=../apps/caching/kept/app.py`);
      if (!mayHaveJspi) assert.equal(await page.evaluate(() => "Suspending" in WebAssembly), false);
      await expectTexts(page, "stText", ["square 0", "computed 1"]);
      await page.focus('input[type="range"]');
      await page.keyboard.press("ArrowRight");
      await expectTexts(page, "stText", ["square 1", "computed 2"]);
      await expectStored(page, 2);
      await page.reload();
      await expectTexts(page, "stText", ["square 0", "computed 0"]);
      await page.focus('input[type="range"]');
      await page.keyboard.press("ArrowRight");
      await expectTexts(page, "stText", ["square 1", "computed 0"]);
      await page.keyboard.press("ArrowRight");
      await expectTexts(page, "stText", ["square 4", "computed 1"]);
      const errors = await page.$$('[data-testid="stException"], [data-testid="stFailure"]');
      assert.equal(errors.length, 0);
      await page.close();
    });
  });
}
