import { expect, type Page } from "@playwright/test";
import { stopOf, tabTo } from "./focus.ts";
import { ARRIVAL, oldIn, test, visit } from "./visit.ts";

test.use({ viewport: { width: 1280, height: 800 } });

const press = async (page: Page, target: Parameters<typeof tabTo>[1]): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
};

test("from the start page to a reason, its evidence, the people and the file, without a pointer", async ({
  page,
  street,
}) => {
  const left = street.named("typed", "left.test");
  await page.goto("/");
  await press(page, page.getByRole("link", { name: "Skip to the content" }));
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Old address")).toBeFocused();
  await page.keyboard.type(oldIn(street, "typed"));
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: "The check is done" })).toBeVisible(ARRIVAL);
  await press(page, page.getByRole("link", { name: "Go to the results" }));
  const card = page.locator("[data-cause=old-server-blocked]");
  await press(page, card.getByText("On one server"));
  await tabTo(page, card.getByRole("link", { name: `Look yourself (${left})` }).last());
  await expect(card.getByText(`${left} lists ${street.named("typed", "old.test")} as blocked.`)).toBeVisible();

  await press(page, card.getByRole("link", { name: "Show these people" }));
  await expect(page.getByRole("row", { name: `@leo@${left}` })).toBeVisible();
  await tabTo(page, page.getByLabel("Name or server"));
  await page.keyboard.type("lars");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-acct]")).toHaveCount(1);

  await press(page, page.getByRole("link", { name: "Overview" }));
  await tabTo(page, page.getByRole("link", { name: "As a table (CSV)" }));
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
});

test("a choice among people is made by the arrows and keeps the focus", async ({ page, street }) => {
  await visit(page, street, "asking", "/followers");
  const choice = page.getByLabel("Reason");
  await tabTo(page, choice);
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(/[?&]cause=/);
  await expect(choice).toHaveJSProperty("selectedIndex", 1);
  await expect(choice).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(choice).toHaveJSProperty("selectedIndex", 2);
  await expect(choice).toBeFocused();
});

test("the question before deleting holds the focus, and Escape gives it back", async ({ page, street }) => {
  await visit(page, street, "asking");
  const opener = page.getByRole("button", { name: "Delete this check" });
  await press(page, opener);
  const question = page.getByRole("alertdialog");
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press("Tab");
    await expect(question.locator(":focus")).toHaveCount(1);
    expect((await stopOf(page))?.trouble).toEqual([]);
  }
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test("a name is ticked and left alone by keys", async ({ page, street }) => {
  const left = street.named("asking", "left.test");
  await visit(page, street, "asking", "/messages");
  const box = page.getByRole("checkbox", { name: `@leo@${left}` });
  await tabTo(page, box);
  await page.keyboard.press("Space");
  await expect(box).toBeChecked();
  await expect(page.locator("#names [data-post]")).toHaveCount(1);
  await page.keyboard.press("Space");
  await expect(page.getByText("Nobody is ticked.")).toBeVisible();
});
