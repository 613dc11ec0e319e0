import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "../house.ts";
import { ARRIVAL } from "./visit.ts";

test.use({ scenario: "planned-move" });

const LOOKS = [
  { width: 360, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
] as const;

async function startPlan(page: Page): Promise<void> {
  await page.goto("/?mode=planned");
  await page.getByLabel("Your address today").fill("@alice@old.test");
  await page.getByLabel("Servers you’re thinking about").fill("calm.test, loud.test club.test");
  await page.getByRole("button", { name: "Compare servers" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/followers can come along to calm.test/, ARRIVAL);
}

async function isForEverybody(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  );
}

for (const { width, colorScheme } of process.env.PROVE ? LOOKS : LOOKS.slice(0, 1))
  test(`servers are compared, planned for and looked into at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await startPlan(page);
    await expect(page.locator("[data-candidate='calm.test']:visible")).toContainText("calm.test");
    await isForEverybody(page);
    await page.getByRole("link", { name: "Plan the move" }).filter({ visible: true }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Move to calm.test by/);
    await expect(page.locator("[data-step=move]")).toContainText("can’t be undone");
    await isForEverybody(page);
    await page.getByRole("link", { name: "Servers", exact: true }).click();
    await page.getByRole("link", { name: "far.test" }).click();
    await expect(page.getByText("far.test lists calm.test as blocked.")).toBeVisible();
    await isForEverybody(page);
  });

test("everything works without a script, and with the list in the end", async ({ browser, house, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await startPlan(page);
  const handIn = async (server: string, text: string) => {
    // A page at work loads itself again, and closes what is open.
    await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0, ARRIVAL);
    const fold = page.locator("#block-list");
    if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
    await page.getByLabel("Whose list is it?").fill(server);
    const buffer = Buffer.from(text);
    await page.getByLabel("The file").setInputFiles({ name: "blocks.csv", mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "Use this list" }).click();
  };
  const list = "#domain,#severity\ncalm.test,suspend\n";
  await handIn("nowhere.test", list);
  await expect(page.getByText("none of your followers on this server")).toBeVisible();
  await handIn("near.test", "nothing that could be read, and no server’s name");
  await expect(page.getByText("We found no block list in this file.")).toBeVisible();
  // Their server hides its list: with it two people more stay away from calm.test.
  await handIn("near.test", list);
  await expect(page.getByText("We’ve read the list of near.test")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/followers can come along to loud.test/, ARRIVAL);
  await handIn("near.test", "#domain,#severity\nelsewhere.test,suspend\n");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/followers can come along to calm.test/, ARRIVAL);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Spreadsheet (CSV)" }).first().click(),
  ]);
  expect(file.suggestedFilename()).toBe("saved-followers.csv");
  await page.getByLabel("Your new address").fill("calm.test");
  await page.getByRole("button", { name: "See who came along" }).click();
  await expect(page.getByText("That’s a server.")).toBeVisible();

  house.world.happen({ do: "move" });
  await page.getByLabel("Your new address").fill("@alice@calm.test");
  await page.getByRole("button", { name: "See who came along" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/of your 6 followers/, ARRIVAL);

  const result = page.url();
  const lookBack = page.getByText("Would another server have been better?");
  await expect(lookBack).toBeVisible(ARRIVAL);
  await lookBack.click();
  await page.getByRole("button", { name: "Compare servers" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/could have come along to/, ARRIVAL);
  await page.getByRole("link", { name: "Back to your result" }).click();
  await expect(page).toHaveURL(result);
  // Another press leads to the same comparison.
  await lookBack.click();
  await page.getByRole("button", { name: "Compare servers" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/could have come along to/);
  await context.close();
});
