// Python is restored from memory images in Firefox, whose engine is another than the builder's.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { KINDS, START_MS, startFirefox } from "./driving/firefox.mjs";
import { serveSite } from "./driving/site.mjs";

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
before(async () => {
  site = await serveSite();
});
after(() => site.close());

const TABLE = `
import pandas as pd
import streamlit as st
st.text(pd.DataFrame({"a": [1, 2, 3], "b": list("xyx")}).groupby("b")["a"].sum().to_json())
`;

for (const { kind, preferences } of KINDS) {
  describe(`Firefox ${kind}`, () => {
    /** @type {Awaited<ReturnType<typeof startFirefox>>} */
    let browser;
    before(async () => {
      browser = await startFirefox(preferences);
    });
    after(() => browser.close());

    for (const place of ["file", "blob", "site"]) {
      test(`pandas is restored from an image: ${place}`, async () => {
        const page = await browser.newPage();
        await page.goto(`${site.address}../apps/images/boot.html?site=../../y/`);
        await page.waitForFunction(() => document.title === "ready", { timeout: START_MS });
        const booted = await page.evaluate(
          // @ts-expect-error The page's own; see tests/e2e/images/boot.js.
          (options) => window.boot(options),
          { script: TABLE, image: "pandas", place },
        );
        assert.deepEqual(booted.logs, []);
        assert.equal(booted.isImageUseless, false);
        assert.deepEqual(booted.drawn, ['{"x":4,"y":2}']);
        await page.close();
      });
    }
  });
}
