import { expect, type Page } from "@playwright/test";
import { enter, makeCheck } from "../states/checks.ts";
import { ARRIVAL, oldIn, test, visit, visitMade, visitShared } from "./visit.ts";

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

/** Buttons that nothing would happen behind: without a script only those of a form do anything. */
const deadButtons = (page: Page): Promise<readonly string[]> =>
  page
    .locator("button")
    .filter({ visible: true })
    .evaluateAll((buttons) =>
      buttons
        .filter((one) => !(one instanceof HTMLButtonElement && one.form && one.type === "submit"))
        .map((one) => one.getAttribute("aria-label") ?? one.textContent ?? ""),
    );

test("two addresses become a report, a page for followers and a follow button", async ({ page, browser, street }) => {
  await page.goto("/");
  await page.getByLabel("Old address").fill(oldIn(street, "unscripted"));
  await page.getByRole("button", { name: "Check my followers" }).click();
  await expect(page.getByRole("region", { name: "The check is running" })).toBeVisible();
  await expect(page.locator("noscript p").first()).toHaveText(/reloads itself every few seconds/);

  expect(await deadButtons(page)).toEqual([]);

  // Nobody presses anything: the page comes again by itself, and ends as a report that stays.
  await expect(page.getByRole("region", { name: "The check is running" })).toHaveCount(0, ARRIVAL);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^At least 21 followers haven’t come along/);
  await expect(page.locator("meta[http-equiv=refresh]")).toHaveCount(0);

  await page.getByRole("link", { name: "Share" }).click();
  await page.getByRole("button", { name: "Make the page" }).click();
  const shared = await page.getByRole("textbox", { name: "Your link" }).inputValue();

  const visitor = await browser.newPage({ javaScriptEnabled: false });
  const near = street.named("unscripted", "near.test");
  await visitor.goto(shared);
  await visitor.getByLabel("Where is your account?").fill(near);
  await visitor.getByRole("button", { name: "Follow", exact: true }).click();
  const follow = visitor.getByRole("link", { name: `Continue on ${near}` });
  await expect(follow).toHaveAttribute(
    "href",
    new RegExp(`^https://${near}/.*${street.named("unscripted", "new.test")}`),
  );
  await visitor.close();
});

test("a check is made again when it is time, and deleted when it is asked for", async ({ page, street }) => {
  const own = await makeCheck(street, { old: oldIn(street, "asking") });
  await enter(page, street, own);
  const report = page.url();
  await page.getByRole("button", { name: "Re-check" }).click();
  await expect(page.getByText("You checked less than ten minutes ago.")).toBeVisible();
  await page.locator("summary", { hasText: "Save, download" }).click();
  await page.locator("summary", { hasText: /^Delete this check/ }).click();
  await page.getByRole("button", { name: "Yes, delete it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your check is deleted");
  await page.goto(report);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/haven’t come along/);
});

test("a check looks again by itself once that is wanted, and not any more once it is not", async ({ page, street }) => {
  const own = await makeCheck(street, { old: oldIn(street, "asking") });
  await enter(page, street, own);
  const looks = page.locator("#looks");
  await looks.locator("summary").click();
  await page.getByRole("button", { name: "Look again by itself" }).click();
  await expect(page).toHaveURL(/#looks$/);
  await expect(looks.locator("summary")).toHaveText(/^Next look: \w+/);
  await looks.locator("summary").click();
  expect(await deadButtons(page)).toEqual([]);
  await page.getByRole("button", { name: "Don’t look again by itself" }).click();
  await expect(looks.locator("summary")).toHaveText("We look again only when you ask.");
});

test("a reason opens, and leads to its server, its people and one of them", { tag: "@wide" }, async ({
  page,
  street,
}) => {
  const left = street.named("asking", "left.test");
  await visit(page, street, "asking");
  const card = page.locator("[data-cause=old-server-blocked]");
  await card.locator("summary").click();
  await expect(card.getByText(`${left} lists ${street.named("asking", "old.test")} as blocked.`)).toBeVisible();
  await card.getByRole("link", { name: left, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(left);
  await page.getByRole("link", { name: "Show its people" }).click();
  await expect(page.locator("[data-acct]")).toHaveCount(4);
  await page.getByLabel("Name or server").fill("leo");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.locator("[data-acct]")).toHaveCount(1);
});

for (const part of ["", "/servers", "/servers/LEFT", "/followers", "/messages", "/share"])
  test(`the check's ${part || "/overview"} shows no button that does nothing`, { tag: "@wide" }, async ({
    page,
    street,
  }) => {
    await visit(page, street, "long", part.replace("LEFT", street.named("long", "left.test")));
    expect(await deadButtons(page)).toEqual([]);
  });

test("pages for followers show no button that does nothing", { tag: "@wide" }, async ({ page, street }) => {
  await visitMade(page, street);
  expect(await deadButtons(page)).toEqual([]);
  await visitShared(page, street);
  expect(await deadButtons(page)).toEqual([]);
});
