import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/browser.ts";

const executablePath = findBrowser();

const launchOptions = {
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  ...(executablePath ? { executablePath } : {}),
};

// What a page does has no width, and how it looks is held by the states: most of these are walked through once. The
// tests of a file stay in one worker, because every worker opens a house of its own.
const ON_LAPTOP = /pages\/(?:broken|interrupted|refused|theme)\.spec\.ts/;
const ON_PHONE = process.env.PROVE
  ? /pages\/(?:messages|share|thread)\.spec\.ts/
  : /pages\/(?:messages|share|thread|weight)\.spec\.ts/;

/**
 * Walks through pages that were redrawn: they read the new words, but nobody has seen all of them pass since. Until
 * somebody has, they run in `npm run prove` alone (docs/testing.md).
 */
const NOT_SEEN_SINCE = ["journeys", "scenarios", "laptop", "phone"];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  timeout: 60_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json"]],
  use: { trace: "retain-on-failure", launchOptions },
  projects: [
    { name: "engine", testMatch: /engine\/.*\.spec\.ts/ },
    { name: "states", testMatch: /states\/.*\.spec\.ts/, use: { ...devices["Desktop Chrome"], launchOptions } },
    {
      name: "journeys",
      testMatch: /e2e\/journeys\/.*\.spec\.ts/,
      timeout: 120_000,
      // A picture of the page at every press of a key takes longer than the way itself.
      use: { ...devices["Desktop Chrome"], trace: "off" as const, launchOptions },
    },
    { name: "scenarios", testMatch: /scenarios\/.*\.spec\.ts/, use: { ...devices["Desktop Chrome"], launchOptions } },
    {
      name: "laptop",
      testMatch: /pages\/.*\.spec\.ts/,
      testIgnore: ON_PHONE,
      fullyParallel: false,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 }, launchOptions },
    },
    {
      name: "phone",
      testMatch: /pages\/.*\.spec\.ts/,
      testIgnore: ON_LAPTOP,
      fullyParallel: false,
      use: { ...devices["Pixel 7"], viewport: { width: 360, height: 740 }, launchOptions },
    },
    {
      name: "follower page",
      testMatch: /pages\/share\.spec\.ts/,
      fullyParallel: false,
      use: { ...devices["Pixel 7"], viewport: { width: 360, height: 740 }, launchOptions },
    },
  ].filter(({ name }) => (process.env.PROVE ? name !== "follower page" : !NOT_SEEN_SINCE.includes(name))),
});
