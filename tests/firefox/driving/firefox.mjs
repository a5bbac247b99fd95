// Drives a stock Firefox over WebDriver BiDi, which Playwright cannot.
import { launch } from "puppeteer-core";

/** A first start loads all of Python; on a busy machine that takes its time. */
export const START_MS = 120_000;

/**
 * Starts Firefox.
 * @param {Record<string, unknown>} preferences as on about:config
 */
export async function startFirefox(preferences) {
  const executablePath = process.env.TABSTREAM_FIREFOX ?? "/usr/bin/firefox-esr";
  return await launch({
    browser: "firefox",
    executablePath,
    headless: true,
    extraPrefsFirefox: preferences,
  });
}

/**
 * Waits until the app's texts of one kind are these.
 * @param {import("puppeteer-core").Page | import("puppeteer-core").Frame} page or a frame of it
 * @param {string} kind the test id of the elements
 * @param {string[]} wanted
 */
export async function expectTexts(page, kind, wanted) {
  const selector = `[data-testid="${kind}"]`;
  const texts = () =>
    page.$$eval(selector, (elements) => elements.map((element) => element.textContent?.trim()));
  try {
    await page.waitForFunction(
      (query, json) => {
        const found = [...document.querySelectorAll(query)].map((one) => one.textContent?.trim());
        return JSON.stringify(found) === json;
      },
      { timeout: START_MS, polling: 100 },
      selector,
      JSON.stringify(wanted),
    );
  } catch (error) {
    const body = await page.$eval("body", (element) => element.textContent);
    const found = JSON.stringify(await texts());
    throw new Error(`${kind}: ${found} instead of ${JSON.stringify(wanted)}\n${body}`, {
      cause: error,
    });
  }
}

/** The browser as it is, and as one that cannot suspend WebAssembly. */
export const KINDS = [
  { kind: "as it is", preferences: {}, mayHaveJspi: true },
  {
    kind: "without JSPI",
    preferences: { "javascript.options.wasm_js_promise_integration": false },
    mayHaveJspi: false,
  },
];
