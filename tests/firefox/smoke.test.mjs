// The site in Debian's Firefox, as it is and without JSPI.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { expectTexts, KINDS, START_MS, startFirefox } from "./driving/firefox.mjs";
import { serveSite } from "./driving/site.mjs";

const STRANGER = `
import js
import streamlit as st

x = st.slider("x", 0, 10)
st.text(f"{x} squared is {x * x}")
try:
    js.indexedDB.open("x")
    st.text("a database")
except Exception:
    st.text("no database")
`;

/**
 * Writes a script as docs/links.md says.
 * @param {string} script
 */
function codeOf(script) {
  const head = { entry: "app.py", files: [["app.py", Buffer.byteLength(script)]] };
  const packed = deflateRawSync(`${JSON.stringify(head)}\n${script}`);
  return `1.${packed.toString("base64url")}`;
}

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
before(async () => {
  site = await serveSite();
});
after(() => site.close());

for (const { kind, preferences, mayHaveJspi } of KINDS) {
  describe(`Firefox ${kind}`, () => {
    /** @type {Awaited<ReturnType<typeof startFirefox>>} */
    let browser;
    before(async () => {
      browser = await startFirefox(preferences);
    });
    after(() => browser.close());

    test("hello runs, and runs again when its slider moves", async (t) => {
      const page = await browser.newPage();
      await page.goto(`${site.address}?script=examples/hello/app.py`);
      // Firefox's own default depends on its version: both are right, and what it is gets noted.
      const hasJspi = await page.evaluate(() => "Suspending" in WebAssembly);
      t.diagnostic(`JSPI: ${hasJspi ? "yes" : "no"}`);
      if (!mayHaveJspi) assert.equal(hasJspi, false);
      await expectTexts(page, "stMarkdown", ["0 squared is 0"]);
      await page.focus('input[type="range"]');
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await expectTexts(page, "stMarkdown", ["2 squared is 4"]);
      await page.close();
    });

    test("somebody else's app runs in a frame of its own, and reaches no storage there", async () => {
      const page = await browser.newPage();
      await page.goto(`${site.address}#code=${codeOf(STRANGER)}`);
      const frame = await page.waitForFrame((one) => one.parentFrame() !== null);
      await expectTexts(frame, "stText", ["0 squared is 0", "no database"]);
      await frame.focus('input[type="range"]');
      await page.keyboard.press("ArrowRight");
      await expectTexts(frame, "stText", ["1 squared is 1", "no database"]);
      await page.close();
    });

    test("pandas computes and its chart is drawn", async () => {
      const page = await browser.newPage();
      await page.goto(`${site.address}?script=examples/line-chart/app.py`);
      await expectTexts(page, "stText", ["100 at 6 % are 320.71 after 20 years."]);
      await page.waitForSelector('[data-testid="stVegaLiteChart"] canvas', { timeout: START_MS });
      await page.focus('input[type="range"]');
      await page.keyboard.press("ArrowLeft");
      await expectTexts(page, "stText", ["100 at 6 % are 302.56 after 19 years."]);
      const errors = await page.$$('[data-testid="stException"], [data-testid="stFailure"]');
      assert.equal(errors.length, 0);
      await page.close();
    });
  });
}
