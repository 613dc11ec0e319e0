import { expect, type Page } from "@playwright/test";
import { ARRIVAL, oldIn, test } from "./visit.ts";

test.use({ viewport: { width: 360, height: 740 } });

test("a check is said to be done above its own numbers, also where somebody held them", async ({ page, street }) => {
  await page.addInitScript(() => {
    const seen = window as unknown as { headline?: string | null | undefined };
    const look = () => {
      const isDone = document.getElementById("progress")?.textContent === "The check is done";
      if (isDone) seen.headline ??= document.querySelector("h1")?.textContent;
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
  const events = heldBack(page);
  await page.goto("/");
  await page.getByLabel("Old address").fill(oldIn(street, "held"));
  await page.getByRole("button", { name: "Check my followers" }).click();
  const goOn = await events;
  await page.getByRole("button", { name: "Hold updates" }).click();
  await expect(page.getByRole("button", { name: "Show updates again" })).toBeVisible();
  await goOn();

  await expect(page.getByRole("heading", { name: "Putting the result together" })).toBeVisible(ARRIVAL);
  await expect(page.getByText("21 people are missing.", { exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Show updates again" }).click();

  await expect(page.getByRole("heading", { name: "The check is done" })).toBeVisible(ARRIVAL);
  await expect(page.getByText("21 people are missing.", { exact: true })).toBeInViewport({ ratio: 1 });
  const headline = await page.evaluate(() => (window as unknown as { headline?: string }).headline);
  expect(headline).toBe("21 people are still on your old list.");
});

/** The first news of a check, kept back until the page is told to hold: a report drawn in between would be the last one. */
const heldBack = (page: Page): Promise<() => Promise<void>> =>
  new Promise((told) => {
    void page.route("**/api/checks/*/events", (route) => told(() => route.continue()), { times: 1 });
  });
