import { expect, type Page } from "@playwright/test";
import { test } from "../house.ts";

const inkOf = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).color);

/** One button goes through the three, and its words say which is on. */
const theme = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const DEVICE = "Same as my device";
const LIGHT = "Theme: light";
const DARK = "Theme: dark";

async function chooseDark(page: Page): Promise<void> {
  await theme(page, DEVICE).click();
  await theme(page, LIGHT).click();
  await expect(theme(page, DARK)).toBeVisible();
}

test("a chosen theme holds from the first paint, on every page and in every tab, until the system decides again", async ({
  page,
  context,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const light = await inkOf(page);
  await chooseDark(page);
  const dark = await inkOf(page);
  expect(dark).not.toBe(light);

  // Without the page's own scripts: nothing but the line in the HTML can have set it.
  const other = await context.newPage();
  await other.emulateMedia({ colorScheme: "light" });
  await other.route("**/_next/static/chunks/*.js", (route) => route.abort());
  await other.goto("/how");
  expect(await inkOf(other)).toBe(dark);

  const third = await context.newPage();
  await third.emulateMedia({ colorScheme: "light" });
  await third.goto("/privacy");
  await theme(third, DARK).click();
  await expect(theme(third, DEVICE)).toBeVisible();
  expect(await inkOf(third)).toBe(light);
  await expect(theme(page, DEVICE)).toBeVisible();
  expect(await inkOf(page)).toBe(light);
});

test("where nothing can be kept a theme holds until the page is left", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("closed", "SecurityError");
      },
    });
  });
  await page.goto("/");
  const light = await inkOf(page);
  await chooseDark(page);
  expect(await inkOf(page)).not.toBe(light);
});

test("a visitor who wants no motion sees no colours on their way when the system turns dark", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await page.goto("/");
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await expect(page.locator("html")).toHaveCSS("background-color", "rgb(18, 20, 27)");
});
