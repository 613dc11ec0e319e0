import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { type House, openHouse } from "../house.ts";
import { ASKING } from "../pages/asking.ts";
import { OWNER_WAITS_MS } from "./waits.ts";

/** Bytes of script, compressed, before the start page can be used. */
const MOST_SCRIPT = 150_000;
const MOST_SHIFT = 0.02;

test.describe.configure({ mode: "default", timeout: OWNER_WAITS_MS });
let house: House;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  house = await openHouse(ASKING);
});
test.afterAll(() => house.close());

test("the start page brings little script", async ({ page }) => {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script")
      sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto(house.url, { waitUntil: "networkidle" });
  const loaded = await Promise.all(sizes);
  expect(loaded.length).toBeGreaterThan(3);
  expect(loaded.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_SCRIPT);
});

test("the largest thing on the start page is in its first HTML", async ({ page, request }) => {
  const html = await (await request.get(house.url)).text();
  await page.goto(house.url, { waitUntil: "networkidle" });
  const largest = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1) as (PerformanceEntry & { element?: Element }) | undefined;
          resolve(last?.element?.textContent?.trim() ?? "");
        }).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
  expect(largest).not.toBe("");
  expect(textOf(html)).toContain(largest);
});

test("nothing jumps while a check grows from its start to its end", async ({ page }) => {
  await page.addInitScript(countShifts);
  await page.goto(house.url);
  await page.getByLabel("Old address").fill("alice@old.test");
  await page.getByRole("button", { name: "Check my followers" }).click();
  await expect(page).toHaveURL(/\/check\//);
  await expect(page).toHaveTitle(/^Done:/, { timeout: OWNER_WAITS_MS });
  await expect(page.getByRole("status").first()).toContainText("The check is done");
  expect(await shifted(page)).toBeLessThan(MOST_SHIFT);
});

const textOf = (html: string): string => html.replaceAll("<!-- -->", "").replaceAll(/<[^>]+>/g, "");

type Counting = Window & { shifted?: number };

function countShifts(): void {
  const counting: Counting = window;
  counting.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) counting.shifted = (counting.shifted ?? 0) + entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

const shifted = (page: Page): Promise<number | undefined> => page.evaluate(() => (window as Counting).shifted);
