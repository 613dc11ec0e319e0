import { gzipSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { test } from "../house.ts";
import { call, checkOnce, enter } from "../states/checks.ts";
import { ASKING } from "./asking.ts";

test.use({ scenario: ASKING });

/** 150 kB: what is said in whole kilobytes is held to half of one. */
const MOST_SCRIPT = 150_500;
/** What a reader waits for after a check: the words are there before it. */
const MOST_AFTER = { "": 155_000, "/followers": 155_000, "/servers": 155_000, "/messages": 165_000 } as const;
const MOST_SHIFT = 0.02;

/** Letters of a page that needs no more than Latin ones. */
const MOST_FONTS = 80_000;

const scriptOf = (page: Page, go: () => Promise<unknown>) =>
  weightOf(page, "script", go, (body) => gzipSync(body).length);
/** Fonts are packed already. */
const fontsOf = (page: Page, go: () => Promise<unknown>) => weightOf(page, "font", go, (body) => body.length);

/** Everything of one kind that a page loads, as it travels. */
async function weightOf(
  page: Page,
  kind: "script" | "font",
  go: () => Promise<unknown>,
  sizeOf: (body: Buffer) => number,
): Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() === kind) sizes.set(response.url(), response.body().then(sizeOf));
  });
  await go();
  await page.waitForLoadState("networkidle");
  expect(sizes.size).toBeGreaterThan(0);
  return (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
}

test("the start page loads little script, and its largest part stands in the first HTML", async ({ page, request }) => {
  expect(await scriptOf(page, () => page.goto("/"))).toBeLessThanOrEqual(MOST_SCRIPT);

  const largest = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1) as unknown as { element?: Element } | undefined;
          resolve((last?.element as HTMLElement | undefined)?.innerText ?? "");
        }).observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
  expect(largest).not.toBe("");
  expect(await (await request.get("/")).text()).toContain(largest);
});

for (const [path, most] of Object.entries(MOST_AFTER))
  test(`the check's ${path || "/overview"} loads little script once the check has ended`, async ({ page, house }) => {
    const check = await checkOnce(house, { old: "alice@old.test" });
    // As most owners have it: the page then offers to tell the browser, too.
    await call(house, check, "/looks", { method: "PUT", body: JSON.stringify({ on: true }) });
    expect(await scriptOf(page, () => enter(page, house, check, path))).toBeLessThanOrEqual(most);
  });

test("the letters of a result in Latin are few", async ({ page, house }) => {
  const check = await checkOnce(house, { old: "alice@old.test" });
  expect(await fontsOf(page, () => enter(page, house, check))).toBeLessThanOrEqual(MOST_FONTS);
});

type Moved = { readonly by: number; readonly what: readonly string[] };
type Shift = {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly {
    readonly node?: Node | null;
    readonly previousRect: DOMRect;
    readonly currentRect: DOMRect;
  }[];
};

/** Everything that moves by itself, with its name: a failure says what it was. */
function watchShifts(): void {
  const moved: Moved[] = [];
  Object.assign(window, { moved });
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value, sources } of list.getEntries() as unknown as readonly Shift[])
      if (!hadRecentInput)
        moved.push({
          by: value,
          what: sources.map(
            ({ node, previousRect: { top: from, height: was }, currentRect: { top: to, height: is } }) =>
              `${(node?.textContent ?? "gone").slice(0, 40)}: ${from} to ${to}, ${was} to ${is} high`,
          ),
        });
  }).observe({ type: "layout-shift", buffered: true });
}

test("a check that fills up moves nothing, and ends with its result on the first screen", async ({ page }) => {
  await page.addInitScript(watchShifts);
  await page.goto("/");
  await page.getByLabel("Old address").fill("alice@old.test");
  await page.getByRole("button", { name: "Check my followers" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("haven’t come along");
  await expect(page.getByRole("progressbar", { name: "Check" })).toHaveCount(0);
  for (const part of [
    page.getByRole("heading", { level: 1 }),
    page.locator(".whobar"),
    page.locator("[data-action]").first(),
  ])
    await expect(part).toBeInViewport({ ratio: 1 });
  const moved = await page.evaluate(() => (window as unknown as { moved: readonly Moved[] }).moved);
  const sum = moved.reduce((all, { by }) => all + by, 0);
  expect(sum, JSON.stringify(moved)).toBeLessThan(MOST_SHIFT);
});
