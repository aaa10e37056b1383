import { defineConfig } from "@playwright/test";

const quiet = [
  "--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-gpu",
  // No page of a journey lives long enough to repay what its scripts' optimisation costs.
  "--js-flags=--lite-mode",
];

/** What only the night has time for, and what a slow line would only make longer. */
const isNight = process.env.SINOVIK_NIGHTLY === "1";
const leftOut = [...(isNight ? [] : [/\.night\.spec\.ts$/]), ...(process.env.SINOVIK_SLOW_LINE ? [/all-pages-accessible/] : [])];

/** Journeys by role, on the demonstration's own database and the built portal that `npm test` has started. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "../test-results",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.BASE_URL,
    locale: "id-ID",
    timezoneId: "Asia/Makassar",
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: quiet },
  },
  projects: [
    { name: "desktop", testIgnore: [/\.(nojs|phone)\.spec\.ts$/, ...leftOut], use: { viewport: { width: 1280, height: 800 } } },
    { name: "phone", testMatch: /\.phone\.spec\.ts$/, use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
    { name: "without-javascript", testMatch: /\.nojs\.spec\.ts$/, use: { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } } },
  ],
});
