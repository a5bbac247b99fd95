import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import site from "./web/vite.config.ts";

/**
 * Two projects: what is pure runs in Node; what needs a DOM, storage or focus runs in Chromium and
 * ends in .browser.test.ts(x). The test command names the browser in TABSTREAM_CHROMIUM.
 */
export default defineConfig({
  plugins: site.plugins ?? [],
  // All that the tests import, found before they start: found later, Vite would reload in the
  // middle of a test.
  optimizeDeps: {
    entries: ["web/src/**/*.{ts,tsx}", "tests/web/**/*.{ts,tsx}"],
    include: ["react/jsx-dev-runtime"],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["tests/web/**/*.test.{ts,tsx}"],
          exclude: ["tests/web/**/*.browser.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/web/**/*.browser.test.{ts,tsx}"],
          testTimeout: 30_000,
          // A busy browser does what waits for an idle moment after ten seconds.
          expect: { poll: { timeout: 20_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: "chromium" }],
            provider: playwright({
              launchOptions: {
                executablePath: process.env.TABSTREAM_CHROMIUM ?? "/usr/bin/chromium",
                args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
              },
            }),
          },
        },
      },
    ],
  },
});
