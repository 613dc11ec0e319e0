import { expect, type Page } from "@playwright/test";
import { ARRIVAL, oldIn, test } from "./visit.ts";

test.use({ viewport: { width: 360, height: 740 } });

const go = (page: Page, part: string): Promise<void> =>
  page.getByRole("navigation", { name: "Parts of this check" }).getByRole("link", { name: part }).click();

test("somebody who moved goes from one address to a page for followers", async ({ page, browser, street }) => {
  const at = (text: string) => street.named("watched", text);
  await test.step("the old address fills the new one", async () => {
    await page.goto("/");
    await page.getByLabel("Old address").fill(oldIn(street, "watched"));
    await expect(page.getByText(`points to @${at("alice@new.test")}`)).toBeVisible();
    await expect(page.getByLabel("New address")).toHaveValue(`@${at("alice@new.test")}`);
  });

  await test.step("a check at work says how far it is, and that it may be left", async () => {
    await page.getByRole("button", { name: "Check my followers" }).click();
    await expect(page.getByRole("region", { name: "The check is running" })).toBeVisible();
    await page.getByText("Steps", { exact: true }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Look up both accounts" })).toBeVisible();
    await expect(page.getByLabel("Your private link")).toHaveValue(/\/check\/[\w-]+#key=[\w-]+$/);
    await expect(page.getByText("You can close this page.")).toBeVisible();
  });

  await test.step("the result begins with the number", async () => {
    await expect(page).toHaveTitle(/^Done: /, ARRIVAL);
    await page.reload();
    const number = page.getByRole("heading", { level: 1, name: /^At least 21 followers haven’t come along/ });
    await expect(number).toBeInViewport({ ratio: 1 });
    await expect(page.getByText(/3 follow your new account/)).toBeInViewport({ ratio: 1 });
  });

  await test.step("a reason names its people, how sure it is, and what it rests on", async () => {
    const card = page.locator("[data-cause=old-server-blocked]");
    await expect(card.locator("summary")).toContainText(`Their server doesn’t take messages from ${at("old.test")}`);
    await expect(card.locator("summary .num")).toHaveText("4");
    const said = card
      .getByRole("listitem")
      .filter({ hasText: `${at("left.test")} lists ${at("old.test")} as blocked.` });
    await expect(said.last()).toBeHidden();
    await card.locator("summary").click();
    await expect(card.getByText("Certain", { exact: true }).last()).toBeVisible();
    await expect(said.last().getByRole("link", { name: /^see for yourself/ })).toHaveAttribute(
      "href",
      `https://${at("left.test")}/api/v1/instance/domain_blocks`,
    );
    await card.getByRole("link", { name: /^Show these/ }).click();
    const rows = page.locator("[data-acct]");
    await expect(rows).toHaveCount(4);
    await expect(rows.first()).toContainText(`Takes nothing from ${at("old.test")}`);
  });

  await test.step("a text leads on to the page for followers", async () => {
    await go(page, "Messages");
    await expect(page.locator("[data-text=public]").getByRole("textbox")).toHaveValue(/^I moved: /);
    await page.getByRole("link", { name: "Make the page" }).click();
    await page.getByRole("button", { name: "Make the page" }).click();
    const shared = await page.getByRole("textbox", { name: "Your link" }).inputValue();
    const visitor = await browser.newPage();
    await visitor.goto(shared);
    await visitor.getByLabel("Where is your account?").fill(at("near.test"));
    await visitor.getByRole("button", { name: "Follow", exact: true }).click();
    await expect(visitor.getByRole("link", { name: `Continue on ${at("near.test")}` })).toBeVisible();
    await visitor.close();
  });

  await test.step("the start page remembers the pair until it is told to forget, and then the check is shut", async () => {
    const report = page.url().replace(/\/share.*$/, "");
    await page.goto("/");
    const pair = page
      .getByRole("link")
      .filter({ hasText: `@${at("alice@new.test")}` })
      .filter({ hasText: `@${oldIn(street, "watched")}` });
    await expect(pair).toBeVisible();
    await page.getByRole("button", { name: "Forget everything on this device" }).click();
    await expect(pair).toHaveCount(0);
    await expect(page.getByText("Nothing is remembered on this device any more.")).toBeVisible();
    await page.goto(report);
    await expect(page.getByRole("heading", { level: 1, name: "This check needs its private link" })).toBeVisible();
  });
});
