// What a call of `st.` costs in Python, inside of Pyodide.

/** @typedef {(what: string, unit: string, value: number) => void} Note */

const DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]';
const TIMEOUT_MS = 300_000;

/**
 * As the app measures them itself: calls that draw something new, and the same ones in a rerun.
 * @param {import("playwright").Browser} browser
 * @param {string} site
 * @param {number} rounds
 * @param {Note} note
 */
export async function measureCallsOfSt(browser, site, rounds, note) {
  const page = await browser.newPage();
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(`${site}?script=bench/apps/calls.py`);
    await page.waitForSelector(DONE, { timeout: TIMEOUT_MS });
    for (const line of await page.getByTestId("stText").allInnerTexts()) {
      const [what = "", times = ""] = line.split(": ");
      const [first, again] = times.split(" ").map(Number);
      note(`st.${what}: new`, "µs", first ?? Number.NaN);
      note(`st.${what}: unchanged`, "µs", again ?? Number.NaN);
    }
  }
  await page.close();
}
