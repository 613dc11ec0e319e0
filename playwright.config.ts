import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/browser.ts";

const executablePath = findBrowser();

const launchOptions = {
  args: [
    ...["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    // Some machines draw the edges of letters in colours, and no picture would be theirs.
    "--disable-lcd-text",
  ],
  ...(executablePath ? { executablePath } : {}),
};

// What a page does has no width, and how it looks is held by the states: most of these are walked through once. The
// tests of a file stay in one worker, because every worker opens a house of its own.
const ON_LAPTOP = /pages\/(?:broken|found|interrupted|languages|notices|refused|theme)\.spec\.ts/;
const ON_PHONE = process.env.PROVE
  ? /pages\/(?:messages|share|thread)\.spec\.ts/
  : /pages\/(?:messages|report|share|thread|weight)\.spec\.ts/;

/**
 * `npm test` walks once through what most people do, with a script, without one and by keys. Other ways of looking, and
 * what happens when something breaks, are for `npm run prove` (docs/testing.md).
 */
const WIDE = [
  /journeys\/(?:done|follow-back|forced-colours|keyboard|large-text|leftovers|paper)\.spec\.ts/,
  /pages\/(?:broken|interrupted|theme|thread)\.spec\.ts/,
];
const NOT_NOW = process.env.PROVE ? [] : WIDE;

/** Waits in milliseconds say something about a quiet machine alone; `scripts/demo` has a test of the demo's report. */
const IN_PROVE_ALONE = process.env.PROVE ? [] : /engine\/(?:demo|heavy)\.spec\.ts/;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  timeout: 60_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json"]],
  // What a trace records takes longer than most tests do: `npm run e2e -- --trace=on` records one where it is needed.
  use: { trace: "off", launchOptions },
  testIgnore: NOT_NOW,
  // A test that is one of many ways says so beside its name.
  ...(process.env.PROVE ? {} : { grepInvert: /@wide/ }),
  projects: [
    { name: "engine", testMatch: /engine\/.*\.spec\.ts/, testIgnore: IN_PROVE_ALONE, fullyParallel: false },
    { name: "states", testMatch: /states\/.*\.spec\.ts/, use: { ...devices["Desktop Chrome"], launchOptions } },
    {
      name: "journeys",
      testMatch: /e2e\/journeys\/.*\.spec\.ts/,
      timeout: 120_000,
      use: { ...devices["Desktop Chrome"], launchOptions },
    },
    { name: "scenarios", testMatch: /scenarios\/.*\.spec\.ts/, use: { ...devices["Desktop Chrome"], launchOptions } },
    {
      name: "laptop",
      testMatch: /pages\/.*\.spec\.ts/,
      testIgnore: [ON_PHONE, ...NOT_NOW],
      fullyParallel: false,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 }, launchOptions },
    },
    {
      name: "phone",
      testMatch: /pages\/.*\.spec\.ts/,
      testIgnore: [ON_LAPTOP, ...NOT_NOW],
      fullyParallel: false,
      use: { ...devices["Pixel 7"], viewport: { width: 360, height: 740 }, launchOptions },
    },
  ],
});
