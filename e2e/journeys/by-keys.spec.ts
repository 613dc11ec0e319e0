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
  await press(page, page.getByRole("link", { name: "Skip to content" }));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("radio", { name: "I’ve moved" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Old address")).toBeFocused();
  await page.keyboard.type(oldIn(street, "typed"));
  await page.keyboard.press("Enter");

  await expect(page.getByText(/servers answered/)).toBeVisible(ARRIVAL);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const card = page.locator("[data-cause=old-server-blocked]");
  await press(page, card.locator("summary"));
  await tabTo(page, card.getByRole("link", { name: /^see for yourself/ }).last());
  await expect(card.getByText(`${left} lists ${street.named("typed", "old.test")} as blocked.`)).toBeVisible();

  await press(page, card.getByRole("link", { name: /^Show these/ }));
  await expect(page.locator(`[data-acct="leo@${left}"]`)).toBeVisible();
  await tabTo(page, page.getByLabel("Name or server"));
  await page.keyboard.type("lars");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-acct]")).toHaveCount(1);

  await press(page, page.getByRole("link", { name: "Result" }));
  await press(page, page.locator("summary").filter({ hasText: "Save, download" }));
  await tabTo(page, page.getByRole("link", { name: "Spreadsheet (CSV)" }));
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
});

test("a choice among people is a link, and applies at once", { tag: "@wide" }, async ({ page, street }) => {
  await visit(page, street, "asking", "/followers");
  const choice = page.getByRole("navigation", { name: "Show" }).getByRole("link", { name: /^They can/ });
  await press(page, choice);
  await expect(page).toHaveURL(/[?&]group=follower/);
  await expect(choice).toHaveAttribute("aria-current", "true");
});

test("deleting asks first, by keys too", { tag: "@wide" }, async ({ page, street }) => {
  await visit(page, street, "asking");
  await press(page, page.locator("summary").filter({ hasText: "Save, download" }));
  await press(page, page.locator("summary").filter({ hasText: /^Delete this check/ }));
  await tabTo(page, page.getByRole("button", { name: "Yes, delete it" }));
  expect((await stopOf(page))?.trouble).toEqual([]);
});

test("a name is ticked and left alone by keys", { tag: "@wide" }, async ({ page, street }) => {
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
