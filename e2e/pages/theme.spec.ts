import { expect, type Page } from "@playwright/test";
import { test } from "../house.ts";

const inkOf = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).color);

const choice = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a chosen theme holds from the first paint, on every page and in every tab, until the system decides again", async ({
  page,
  context,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const light = await inkOf(page);
  await expect(choice(page, "Colours of your system")).toHaveAttribute("aria-pressed", "true");
  await choice(page, "Dark").click();
  await expect(choice(page, "Dark")).toHaveAttribute("aria-pressed", "true");
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
  await choice(third, "Colours of your system").click();
  expect(await inkOf(third)).toBe(light);
  await expect(choice(page, "Colours of your system")).toHaveAttribute("aria-pressed", "true");
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
  await choice(page, "Dark").click();
  await expect(choice(page, "Dark")).toHaveAttribute("aria-pressed", "true");
  expect(await inkOf(page)).not.toBe(light);
});

test("whoever wants no motion sees no colours on their way when the system turns dark", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await page.goto("/");
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await expect(page.locator("html")).toHaveCSS("background-color", "rgb(18, 17, 16)");
});
