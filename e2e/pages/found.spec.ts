import { expect } from "@playwright/test";
import { test } from "../house.ts";
import { checkOnce, enter } from "../states/checks.ts";
import { ASKING } from "./asking.ts";

test.use({ scenario: ASKING });

/** The public address of a copy is not where a test finds it. */
const here = (address: string | null): string => {
  const { pathname, search } = new URL(address ?? "", "https://house.test");
  return pathname + search;
};

test("the start page has a picture for those it is shown to, and an icon", async ({ page, request }) => {
  await page.goto("/");
  const meta = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute("content");
  expect(await meta("title")).toContain("Housewarming");
  expect(await meta("description")).not.toBe("");
  const icon = await page.locator('link[rel="apple-touch-icon"]').getAttribute("href");
  for (const picture of [await meta("image"), icon]) {
    const answer = await request.get(here(picture));
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/png"]);
  }
});

test("a phone's share sheet hands a profile over to the first field", async ({ page, request }) => {
  await page.goto("/");
  const manifest = await page.locator('link[rel="manifest"]').getAttribute("href");
  const { action, params } = (await (await request.get(here(manifest))).json()).share_target;
  await page.goto(`${action}?${new URLSearchParams({ [params.url]: "https://old.test/@alice" })}`);
  await expect(page.getByLabel("Old address")).toHaveValue("https://old.test/@alice");
});

test.describe("before a script has run", () => {
  test.use({ javaScriptEnabled: false });

  test("no fold stands open that a script would close", async ({ page, house }) => {
    await page.goto("/");
    await expect(page.locator("details[open]")).toHaveCount(0);
    await enter(page, house, await checkOnce(house, { old: "alice@old.test" }));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("details[open]")).toHaveCount(0);
  });
});
