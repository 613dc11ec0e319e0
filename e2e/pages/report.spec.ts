import { expect, type Page } from "@playwright/test";
import { test } from "../house.ts";
import { openChecked } from "./asking.ts";
import { unfold } from "./unfold.ts";

const PARTS = ["Overview", "Servers", "Followers", "Messages", "Page for followers"];
const tabs = (page: Page) => page.getByRole("navigation", { name: "Parts of this check" });
const gone = (page: Page) => page.getByRole("heading", { name: "Their server is gone" });

test("the ways into a check stand in one row, named, and the keyboard reaches the last", async ({
  page,
  context,
  house,
}) => {
  await page.goto((await openChecked(context, house)).path);
  for (const name of PARTS) await expect(tabs(page).getByRole("link", { name, exact: true })).toBeVisible();
  const tops = await tabs(page)
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  await tabs(page).getByRole("link", { name: "Overview" }).focus();
  for (const _ of PARTS.slice(1)) await page.keyboard.press("Tab");
  const last = tabs(page).getByRole("link", { name: "Page for followers" });
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport({ ratio: 1 });
});

test("what nobody can change is folded on a phone alone, and a link to it unfolds it", async ({
  page,
  context,
  house,
}) => {
  await page.goto((await openChecked(context, house)).path);
  await unfold(page, "nobody");
  await expect(gone(page)).toBeVisible();
  await page.locator("[data-group=nobody] summary").first().click();
  await expect(gone(page)).toBeHidden();
  await page.getByRole("link", { name: "Nobody can change it" }).click();
  await expect(gone(page)).toBeVisible();
});

test("whom to show is folded on a phone alone, and the fold says what was chosen", async ({ page, context, house }) => {
  const { path } = await openChecked(context, house);
  await page.goto(`${path}/followers?server=left.test&group=follower`);
  await expect(page.getByText("Only people from left.test.")).toBeVisible();
  const isWide = (page.viewportSize()?.width ?? 0) >= 1024;
  const fold = page.locator("summary").filter({ hasText: "Filter and order" });
  const order = page.getByLabel("Order");
  await expect(order).toBeVisible({ visible: isWide });
  await expect(fold).toBeVisible({ visible: !isWide });
  if (!isWide) {
    await expect(fold).toContainText("One tap for them");
    await fold.click();
  }
  await order.selectOption("acct");
  await expect(page).toHaveURL(/server=left\.test.*sort=acct/);
  await expect(order).toBeVisible();
});

test("folded reasons print open", async ({ page, context, house }) => {
  await page.goto((await openChecked(context, house)).path);
  await unfold(page, "nobody");
  await page.locator("[data-group=nobody] summary").first().click();
  await expect(gone(page)).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(gone(page)).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every reason is there to be read", async ({ page, context, house }) => {
    await page.goto((await openChecked(context, house)).path);
    await expect(gone(page)).toBeVisible();
  });
});

test("a check that found no account has nothing to take along", async ({ page, request }) => {
  const made = await (await request.post("/api/checks", { data: { mode: "moved", old: "nobody@old.test" } })).json();
  await page.goto(`/check/${made.id}#key=${made.key}`);
  await expect(page.getByRole("heading", { name: "Keep this check, or let it go" })).toBeVisible();
  await expect(page.getByRole("link", { name: "As a table (CSV)" })).toHaveCount(0);
});
