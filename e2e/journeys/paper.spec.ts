import { expect } from "@playwright/test";
import { chooseDark, test, visit } from "./visit.ts";

/** A sheet of A4 without its margins. */
test.use({ viewport: { width: 718, height: 1020 } });

const CONTROLS = "button, input, select, textarea, nav, [role=button]";

test("a printed result has its numbers, evidence and date, and nothing to press", async ({ page, street }) => {
  await visit(page, street, "asking");
  const evidence = page.locator("[data-cause] .evidence > li");
  await expect(evidence.first()).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(CONTROLS).filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^(Write|Show these|Open|Spreadsheet)/ })).toHaveCount(0);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^At least 20 followers haven’t come along/);
  await expect(page.locator("main time").first()).toBeVisible();
  const groups = await page.locator("[data-group] > :is(.cause-group, summary) .num").all();
  expect(groups.length).toBeGreaterThan(1);
  for (const group of groups) await expect(group).toHaveText(/^\d+$/);
  expect(await evidence.count()).toBeGreaterThan(3);
  for (const line of await evidence.all()) await expect(line).toBeVisible();
});

test("on paper a source stands with its whole address, and nothing runs off the sheet", async ({ page, street }) => {
  await visit(page, street, "long");
  await page.emulateMedia({ media: "print" });
  const source = page
    .locator("[data-cause=old-server-blocked]")
    .getByRole("link", { name: /^see for yourself/ })
    .last();
  const address = await source.getAttribute("href");
  const written = await source.evaluate((link) => getComputedStyle(link, "::after").content);
  expect(written).toContain(address);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
});

test("a page that is dark on the screen is black on white on paper", async ({ page, street }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await visit(page, street, "asking");
  await chooseDark(page);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const { ink, paper } = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    return { ink: color, paper: backgroundColor };
  });
  expect([ink, paper]).toEqual(["rgb(30, 27, 24)", "rgb(255, 255, 255)"]);
});

for (const [part, row] of [
  ["/servers", "table tbody th"],
  ["/followers", "[data-acct]"],
] as const)
  test(`the table of ${part} is printed without its filters`, async ({ page, street }) => {
    await visit(page, street, "asking", part);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(CONTROLS).filter({ visible: true })).toHaveCount(0);
    const rows = await page.locator(row).all();
    expect(rows.length).toBeGreaterThan(1);
    for (const one of rows) await expect(one).toBeVisible();
  });
