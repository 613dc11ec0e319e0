import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "../house.ts";
import { expectOpenWay, tabTo } from "./focus.ts";
import { ARRIVAL } from "./visit.ts";

test.use({ scenario: "planned-move" });

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.type(text);
}

/** From the top of the page and out again at its end. */
async function isOpenWay(page: Page): Promise<void> {
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectOpenWay(page);
}

for (const width of process.env.PROVE ? [1280, 360] : [1280])
  test(`servers are compared, looked into and planned for by keys alone, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto("/?mode=planned");
    await type(page, "Your address today", "@alice@old.test");
    await type(page, "Servers you’re thinking about", "calm.test loud.test");
    await press(page, page.getByRole("button", { name: "Compare servers" }));
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toHaveText(/followers can come along to calm.test/, ARRIVAL);
    await isOpenWay(page);

    await press(page, page.getByRole("link", { name: "Plan the move" }).filter({ visible: true }).first());
    await expect(title).toHaveText(/^Move to calm.test by/);
    await tabTo(page, page.getByRole("link", { name: "Add to calendar" }));
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(file.suggestedFilename()).toBe("move.ics");
    await isOpenWay(page);

    // From the top again: the button within the field for the day draws its own ring, where no page can measure it.
    await press(page, page.getByRole("link", { name: "Servers", exact: true }));
    await press(page, page.getByRole("link", { name: "far.test" }));
    await expect(page.getByText("far.test lists calm.test as blocked.")).toBeVisible();
    await isOpenWay(page);
  });
