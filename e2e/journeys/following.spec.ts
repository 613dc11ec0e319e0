import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { whomYouFollow } from "#world/scenarios/whom-you-follow.ts";
import { test } from "../house.ts";
import { ARRIVAL } from "./visit.ts";

test.use({ scenario: whomYouFollow });

async function startPlan(page: Page): Promise<void> {
  await page.goto("/?mode=planned");
  await page.getByLabel("Your address today").fill("@alice@old.test");
  await page.getByLabel("Servers you’re thinking about").fill("calm.test loud.test");
  await page.getByRole("button", { name: "Compare servers" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/followers can come along to/, ARRIVAL);
}

async function isForEverybody(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  );
}

const lineOf = (page: Page, server: string) => page.locator(`[data-followed='${server}']:visible`);

for (const width of process.env.PROVE ? [360, 1280] : [1280])
  test(`whom one follows is looked at and listed at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await startPlan(page);
    await expect(lineOf(page, "calm.test")).toHaveCount(0);
    await page.locator("#following summary").click();
    await isForEverybody(page);
    await page.getByRole("button", { name: "Read the list old.test shows" }).click();
    await expect(lineOf(page, "calm.test")).toContainText("Of 12 you follow", ARRIVAL);
    await expect(page.getByRole("heading", { name: "The 12 people you follow" })).toBeVisible();
    await isForEverybody(page);
    await lineOf(page, "calm.test").getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("You can’t follow them from calm.test");
    await expect(page.locator("[data-server='far.test']")).toContainText("far.test blocks calm.test. (Certain)");
    await expect(page.locator("[data-server='far.test']")).toContainText("@fay@far.test");
    await isForEverybody(page);
    await page.getByRole("link", { name: "loud.test: can’t", exact: true }).click();
    await expect(page.locator("[data-server='wall.test']")).toContainText("loud.test blocks wall.test.");
  });

test("a file is handed in and deleted again without a script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await startPlan(page);
  const handIn = async (text: string) => {
    const buffer = Buffer.from(text);
    const file = page.getByLabel("Your following_accounts.csv");
    if (!(await file.isVisible())) await page.locator("#following summary").click();
    await file.setInputFiles({ name: "following_accounts.csv", mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "Use this file" }).click();
  };
  await handIn("nothing that names anybody");
  await expect(page.getByText("We found no addresses in this file.")).toBeVisible();
  await handIn(
    "Account address,Show boosts,Notify on new posts,Languages\nfay@far.test,true,false,\nnora@near.test,true,false,\n",
  );
  await expect(lineOf(page, "calm.test")).toHaveText(
    "Of 2 you follow: 1 can be followed, 1 can’t, 0 can’t tell",
    ARRIVAL,
  );
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Everyone, as a spreadsheet (CSV)" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("whom-you-follow.csv");
  await page.getByRole("button", { name: "Delete this list" }).click();
  await expect(lineOf(page, "calm.test")).toHaveCount(0);
  await expect(page.locator("#following summary")).toHaveText("Would you still see the people you follow?");
  await context.close();
});
