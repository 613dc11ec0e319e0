import { expect, type Page } from "@playwright/test";
import { ARRIVAL, oldIn, test } from "./visit.ts";

test.use({ viewport: { width: 360, height: 740 } });

test("a check is said to be done above its own numbers, also where somebody held them", async ({ page, street }) => {
  await page.addInitScript(() => {
    const seen = window as unknown as { headline?: string | null | undefined };
    const look = () => {
      const isDone = document.querySelector(".runline")?.textContent?.includes("servers answered");
      if (isDone) seen.headline ??= document.querySelector("h1")?.textContent;
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
  const events = heldBack(page);
  await page.goto("/");
  await page.getByLabel("Old address").fill(oldIn(street, "held"));
  await page.getByRole("button", { name: "Check my followers" }).click();
  const goOn = await events;
  await page.getByRole("button", { name: "Pause updates" }).click();
  await expect(page.getByRole("button", { name: "Resume updates" })).toBeVisible();
  await goOn();

  await expect(page.getByText("Putting the result together")).toBeVisible(ARRIVAL);
  await expect(page.getByText(/servers answered/)).toHaveCount(0);
  await page.getByRole("button", { name: "Resume updates" }).click();

  await expect(page.getByText(/servers answered/)).toBeVisible(ARRIVAL);
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport({ ratio: 1 });
  const headline = await page.evaluate(() => (window as unknown as { headline?: string }).headline);
  expect(headline).toMatch(/^At least 21 followers haven’t come along$/);
});

/** The first news of a check, kept back until the page is told to hold: a report drawn in between would be the last one. */
const heldBack = (page: Page): Promise<() => Promise<void>> =>
  new Promise((told) => {
    void page.route("**/api/checks/*/events", (route) => told(() => route.continue()), { times: 1 });
  });
