import { expect, type Page } from "@playwright/test";

/** A common phone. */
export const PHONE = { width: 360, height: 780 };

/** Before anything is opened a result is read in two looks at a phone, its footer included. */
export async function expectShort(page: Page): Promise<void> {
  // What is folded away is not counted: that is what the text as it is shown leaves out.
  const shown = await page.evaluate(() => document.body.innerText);
  const words = shown.split(/\s+/).filter(Boolean).length;
  const stops = await page
    .locator("a[href], button, input, select, textarea, summary")
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(words).toBeLessThanOrEqual(350);
  expect(stops).toBeLessThanOrEqual(60);
  expect(height).toBeLessThanOrEqual(2 * PHONE.height);
}

/** Where there is room, all that is folded for want of it is shown. */
export const rowsShown = (page: Page): Promise<readonly (string | null)[]> =>
  page
    .locator("[data-group]:not(details) [data-cause]")
    .evaluateAll((rows) =>
      rows
        .filter((row) => row.checkVisibility({ contentVisibilityAuto: true }))
        .map((row) => row.getAttribute("data-cause")),
    );
