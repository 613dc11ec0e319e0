import { expect, test } from "@playwright/test";
import { type House, openHouse } from "../house.ts";
import { ASKING } from "../pages/asking.ts";
import { OWNER_WAITS_MS } from "./waits.ts";

test.describe.configure({ mode: "default", timeout: OWNER_WAITS_MS });
let house: House;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  house = await openHouse(ASKING);
});
test.afterAll(() => house.close());

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

const textOf = (html: string): string => html.replaceAll("<!-- -->", "").replaceAll(/<[^>]+>/g, "");
