// Waits, from outside of a page, for what its visit leaves for the next one.

/**
 * @param {import("playwright").Page} page of an app that has run
 * @param {number} images how many are kept then
 */
export async function untilKept(page, images) {
  await page.evaluate(async (images) => {
    const address = new URL("bench/kept-here.mjs", document.baseURI).href;
    await (await import(address)).untilAllKept(images);
  }, images);
}
