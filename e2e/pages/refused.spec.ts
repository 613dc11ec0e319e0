import { expect, type Page, type Route } from "@playwright/test";
import { test } from "../house.ts";
import { ASKING, openChecked } from "./asking.ts";

test.use({ scenario: ASKING });

/** How a call may end that does not get through. */
const ENDS: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  "is one too many": (route) => route.fulfill({ status: 429, headers: { "retry-after": "30" } }),
  "meets a server that is busy": (route) => route.fulfill({ status: 503 }),
  "finds no connection": (route) => route.abort("internetdisconnected"),
};

/** All calls of the page's own scripts, and pages they would fetch. */
async function endCalls(page: Page, end: (route: Route) => Promise<void>): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.route(/\/api\/|_rsc/, end);
}

/** `e2e/engine/refusals.spec.ts` meets the limits themselves. */
const isSampled = (how: string): boolean => Boolean(process.env.PROVE) || how === "finds no connection";
const CASES = Object.entries(ENDS).filter(([how]) => isSampled(how));

for (const [how, end] of CASES) {
  test(`a check again and a deletion that ${how} say so, and the page stays`, async ({ page, context, house }) => {
    const { path } = await openChecked(context, house);
    await page.goto(path);
    await endCalls(page, end);
    const failed = page.getByText("That didn’t work. Please try again in a moment.").first();
    // Still too early, but every press gets an answer.
    await page.getByRole("button", { name: "Re-check" }).click({ force: true });
    await expect(failed).toBeVisible();
    await page.locator("summary", { hasText: "Save, download" }).click();
    await page.locator("summary", { hasText: /^Delete this check/ }).click();
    await page.getByRole("button", { name: "Yes, delete it" }).click();
    await expect(page.locator(".remove").getByText("That didn’t work.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Yes, delete it" })).toBeEnabled();
    await page.unrouteAll();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("haven’t come along");
  });

  test(`a mark that ${how} says so beside its button, and the page stays`, async ({ page, context, house }) => {
    const { path } = await openChecked(context, house);
    await page.goto(`${path}/messages`);
    await endCalls(page, end);
    const leo = page.locator("[data-acct='leo@left.test']");
    await leo.getByRole("button", { name: "Skip: @leo@left.test" }).click();
    await expect(leo.getByRole("alert")).toHaveText("We couldn’t keep that just now. Please try again in a moment.");
    await expect(page).toHaveURL(/\/messages$/);
    await page.unrouteAll();
    await leo.getByRole("button", { name: "Skip: @leo@left.test" }).click();
    await expect(page.getByText("One person left alone")).toBeVisible();
  });

  test(`a start that ${how} has kept both addresses for who comes back`, async ({ page }) => {
    await page.goto("/");
    await page.waitForLoadState("networkidle");
    await page.getByLabel("Old address").fill("@alice@old.test");
    await page.getByText("Make it more exact").click();
    await page.getByRole("button", { name: "Enter the new address yourself" }).click();
    await page.getByLabel("New address").fill("@alice@new.test");
    await page.route("**/api/checks", end);
    await page.getByRole("button", { name: "Check my followers" }).click();
    await expect(page.getByLabel("Old address")).toHaveCount(0);
    await page.unrouteAll();
    await page.goBack();
    await expect(page.getByLabel("Old address")).toHaveValue("@alice@old.test");
    await expect(page.getByLabel("New address")).toHaveValue("@alice@new.test");
    await page.getByRole("button", { name: "Check my followers" }).click();
    await expect(page).toHaveURL(/\/check\/[\w-]+$/);
  });

  test(`a look at an account that ${how} says so, and the check starts all the same`, { tag: "@wide" }, async ({
    page,
  }) => {
    await page.goto("/");
    await endCalls(page, end);
    await page.getByLabel("Old address").fill("@alice@old.test");
    await expect(page.getByText("We couldn’t look up this account right now.")).toBeVisible();
    await page.unrouteAll();
    await page.getByRole("button", { name: "Check my followers" }).click();
    await expect(page).toHaveURL(/\/check\/[\w-]+$/);
  });

  test(`a key whose handing over ${how} is not called wrong`, { tag: "@wide" }, async ({
    browser,
    page,
    context,
    house,
  }) => {
    const { path, key } = await openChecked(context, house);
    const other = await browser.newContext({ baseURL: house.url });
    const door = await other.newPage();
    await door.route("**/session", end);
    await door.goto(`${path}#key=${key}`);
    await expect(door.getByText("That says nothing about your check.")).toBeVisible();
    await door.unrouteAll();
    await door.getByRole("button", { name: "Try again" }).click();
    await expect(door.getByRole("heading", { level: 1 })).toContainText("haven’t come along");
    await other.close();
    await page.close();
  });
}

test("an answer by hand that finds no connection says so, and can be sent again", async ({ page, context, house }) => {
  const { path } = await openChecked(context, house);
  await page.goto(`${path}/servers/left.test`);
  await endCalls(page, (route) => route.abort("internetdisconnected"));
  await page.locator("#told-old").selectOption("open");
  const send = page.locator("section", { has: page.locator("#told-old") }).getByRole("button");
  await send.click();
  await expect(page.getByText("That didn’t work. Please try again in a moment.")).toBeVisible();
  await expect(send).toBeEnabled();
});

test("keys that cannot be taken back just now stay, and that is said", { tag: "@wide" }, async ({
  page,
  context,
  house,
}) => {
  const { path } = await openChecked(context, house);
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  await page.goto("/");
  const forget = page.getByRole("button", { name: /Forget/ });
  await expect(forget).toBeVisible();
  await endCalls(page, (route) => route.fulfill({ status: 503 }));
  await forget.click();
  await expect(page.getByText("That didn’t get through", { exact: false })).toBeVisible();
});
