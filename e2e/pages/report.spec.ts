import { expect, type Page } from "@playwright/test";
import { test } from "../house.ts";
import { expectShort, PHONE } from "../states/short.ts";
import { openChecked } from "./asking.ts";

const PARTS = [/^Result/, /^People/, /^Servers/, /^Messages/];
const tabs = (page: Page) => page.getByRole("navigation", { name: "Parts of this check" });
const gone = (page: Page) => page.locator("[data-cause=server-gone] summary");
const nobody = (page: Page) => page.locator("details[data-group=nobody] > summary");

test("the ways into a check stand in one row, named, and the keyboard reaches the last", async ({
  page,
  context,
  house,
}) => {
  await page.goto((await openChecked(context, house)).path);
  for (const name of PARTS) await expect(tabs(page).getByRole("link", { name })).toBeVisible();
  const tops = await tabs(page)
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().top)));
  expect(new Set(tops).size).toBe(1);
  await tabs(page).getByRole("link", { name: "Result" }).focus();
  for (const _ of PARTS.slice(1)) await page.keyboard.press("Tab");
  const last = tabs(page).getByRole("link", { name: "Messages" });
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport({ ratio: 1 });
});

test("what nobody can change is folded, opens by a press, and prints open", async ({ page, context, house }) => {
  await page.goto((await openChecked(context, house)).path);
  await expect(gone(page)).toBeHidden();
  await nobody(page).click();
  await expect(gone(page)).toBeVisible();
  await nobody(page).click();
  await expect(gone(page)).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(gone(page)).toBeVisible();
});

test("a choice among people applies at once, is seen, and is taken back", async ({ page, context, house }) => {
  const { path } = await openChecked(context, house);
  await page.goto(`${path}/followers?server=left.test`);
  const shown = page.getByRole("navigation", { name: "Show" });
  await shown.getByRole("link", { name: /^They can/ }).click();
  await expect(page).toHaveURL(/server=left\.test.*group=follower/);
  await expect(shown.getByRole("link", { name: /^They can/ })).toHaveAttribute("aria-current", "true");
  await page.getByRole("link", { name: "address", exact: true }).click();
  await expect(page).toHaveURL(/group=follower.*sort=acct/);
  await page.getByRole("link", { name: /^On left\.test/ }).click();
  await expect(page).not.toHaveURL(/server=/);
});

for (const width of [360, 1280])
  test(`at ${width} a server's row counts its missing people once`, async ({ page, context, house }) => {
    await page.setViewportSize({ width, height: 800 });
    const { path } = await openChecked(context, house);
    await page.goto(`${path}/servers`);
    const row = page.locator("[data-server='far.test']");
    // What is hidden as a whole gives away its text all the same.
    const cells = row.locator(".t-arrive, .t-missing").filter({ visible: true });
    const numbers = (await cells.allInnerTexts()).join(" ").match(/\d+/g);
    expect(numbers).toEqual(["2"]);
  });

test("somebody is marked as asked and taken back, without leaving the list", async ({ page, context, house }) => {
  const { path } = await openChecked(context, house);
  await page.goto(`${path}/followers?group=follower`);
  const fiona = page.locator("[data-acct='fiona@far.test']");
  await fiona.locator("summary").click();
  await fiona
    .getByRole("button", { name: /^Mark asked/ })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page).toHaveURL(/followers\?group=follower/);
  await fiona.locator("summary").click();
  await fiona.getByRole("button", { name: /^Undo/ }).filter({ visible: true }).first().click();
  await expect(fiona.getByText("Asked", { exact: true })).toHaveCount(0);
});

for (const [width, height] of [
  [PHONE.width, PHONE.height],
  [1280, 800],
] as const)
  test(`at ${width} × ${height} the headline, the bar and the first action are on the first screen`, async ({
    page,
    context,
    house,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto((await openChecked(context, house)).path);
    for (const part of [
      page.getByRole("heading", { level: 1 }),
      page.locator(".whobar"),
      page.locator("[data-action]").first(),
    ])
      await expect(part).toBeInViewport({ ratio: 1 });
  });

test("the result is short: words, stops and height before anything is opened", async ({ page, context, house }) => {
  await page.setViewportSize(PHONE);
  await page.goto((await openChecked(context, house)).path);
  await expectShort(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("every reason opens and is there to be read", async ({ page, context, house }) => {
    await page.goto((await openChecked(context, house)).path);
    await nobody(page).click();
    await gone(page).click();
    await expect(page.locator("[data-cause=server-gone] dl")).toBeVisible();
  });
});

test("a check that found no account has nothing to take along", async ({ page, request }) => {
  const made = await (await request.post("/api/checks", { data: { mode: "moved", old: "nobody@old.test" } })).json();
  await page.goto(`/check/${made.id}#key=${made.key}`);
  await page.getByText("Save, download or delete this check").click();
  await expect(page.getByRole("button", { name: "Copy" })).toBeVisible();
  await expect(page.getByRole("link", { name: /CSV/ })).toHaveCount(0);
});
