import { AxeBuilder } from "@axe-core/playwright";
import { type Download, expect, type Page } from "@playwright/test";
import { openHouse, test } from "../house.ts";
import { ASKING, openChecked, readAll } from "./asking.ts";
import { unfoldAll } from "./unfold.ts";

test.use({ scenario: ASKING });

const tick = (page: Page, user: string) => page.getByRole("checkbox", { name: `@${user}@left.test` }).check();
const textOf = async (download: Download) => readAll(await download.createReadStream());

test("the public post begins with the tap, counts what is typed, and opens in the own server's composer", async ({
  page,
  context,
  house,
}) => {
  const strangers: string[] = [];
  page.on("request", (asked) => {
    if (!asked.url().startsWith(house.url) && !asked.url().startsWith("data:")) strangers.push(asked.url());
  });
  const { path } = await openChecked(context, house);
  await page.goto(path);
  await page.getByRole("navigation", { name: "Parts of this check" }).getByRole("link", { name: "Messages" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Messages" })).toBeVisible();
  const card = page.locator("[data-text=public]");
  const text = card.getByRole("textbox");
  await expect(text).toHaveValue(/^I moved: this is my new account, @alice@new\.test\..*tap my name and press Follow/);
  await expect(text).toHaveValue(/https:\/\/new\.test\/@alice/);
  await text.fill("x".repeat(501));
  await expect(card.getByText("501 of 500 characters")).toBeVisible();
  await expect(card.getByText("one character too long for new.test")).toBeVisible();
  await text.fill("Short & sweet");
  const link = card.getByRole("link", { name: "Write it on new.test" });
  await expect(link).toHaveAttribute("href", "https://new.test/share?text=Short%20%26%20sweet");
  const report = await (await context.request.get(`/api${path.replace("/check/", "/checks/")}/report`)).json();
  expect(report.new.composer).toEqual({ template: "https://new.test/share?text={content}", host: "new.test" });
  expect(strangers).toEqual([]);
  expect(house.world.canaryHits()).toBe(0);
});

test("the device's share sheet is offered only where there is one, and gets the text as it stands", {
  tag: "@wide",
}, async ({ page, context, house }) => {
  const { path } = await openChecked(context, house);
  const card = page.locator("[data-text=public]");
  const button = card.getByRole("button", { name: "Share …" });
  await context.addInitScript(() => {
    const off = sessionStorage.getItem("share") === "off";
    const share = async (given: ShareData) => void Object.assign(window, { shared: given });
    Object.defineProperty(navigator, "share", { configurable: true, value: off ? undefined : share });
  });
  await page.goto(`${path}/messages`);
  // The button is there once the page's script is: before it, what is typed meets the script's first drawing.
  await expect(button).toBeVisible();
  await card.getByRole("textbox").fill("Tap my name. https://new.test/@alice");
  await button.click();
  const shared = () => page.evaluate(() => (window as { shared?: ShareData }).shared);
  expect(await shared()).toEqual({ text: "Tap my name. https://new.test/@alice" });

  await page.evaluate(() => sessionStorage.setItem("share", "off"));
  await page.reload();
  await expect(card.getByRole("button", { name: "Copy the text" })).toBeVisible();
  await expect(button).toHaveCount(0);
});

test("people are ticked one by one, planned, and never listed again", async ({ page, context, house }) => {
  const { path } = await openChecked(context, house);
  await page.goto(`${path}/messages`);
  const names = page.locator("#names");
  await expect(names.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await expect(names.getByText("Nobody is ticked.")).toBeVisible();
  for (const user of ["leo", "lina", "lars", "luca"]) await tick(page, user);
  const posts = names.locator("[data-post]");
  const offered = names.locator("[data-acct$='@left.test']");
  await expect(posts).toHaveCount(2);
  await expect(names.getByText("2 posts to 4 people, on")).toBeVisible();
  await expect(posts.first().getByRole("textbox")).toHaveValue(/^@lars@left\.test @leo@left\.test @lina@left\.test\n/);
  await expect(posts.first().getByRole("textbox")).toHaveValue(/alice@old\.test/);
  await posts.first().getByRole("button", { name: "I posted this" }).click();
  await expect(names.getByText("3 people asked", { exact: true })).toBeVisible();
  await expect(offered).toHaveCount(1);
  await page.reload();
  await expect(names.getByText("There’s room for 27 more.")).toBeVisible();
  await expect(offered).toHaveCount(1);
  await names.getByText("3 people asked", { exact: true }).click();
  await names.getByRole("button", { name: "Not asked after all: @leo@left.test" }).click();
  await expect(names.getByRole("checkbox", { name: "@leo@left.test" })).toBeVisible();
  await names.getByRole("button", { name: "Skip: @leo@left.test" }).click();
  await expect(names.getByText("One person left alone")).toBeVisible();
  await expect(names.getByRole("checkbox", { name: "@leo@left.test" })).toHaveCount(0);
});

test("the plan is a text with names, and a calendar without", { tag: "@wide" }, async ({ page, context, house }) => {
  const { path } = await openChecked(context, house);
  await page.goto(`${path}/messages`);
  await tick(page, "lina");
  const [text] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as text" }).click(),
  ]);
  const plan = await textOf(text);
  expect(plan).toContain("@lina@left.test");
  expect(plan).not.toContain("@leo@left.test");
  const [calendar] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "calendar" }).click(),
  ]);
  const days = await textOf(calendar);
  expect(days).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(days).toContain("BEGIN:VEVENT");
  expect(days).not.toContain("lina");
  expect(page.url()).not.toContain("lina");
});

test("letters speak for whole servers, and one server of one person is not named", async ({ page, context, house }) => {
  const { path } = await openChecked(context, house);
  await page.goto(`${path}/messages`);
  await unfoldAll(page);
  const admins = page.locator("#admins");
  const old = admins.locator("[data-letter=old]");
  await expect(old.getByRole("textbox", { name: /once more/ })).toHaveValue(/far\.test: 7 people/);
  await expect(old.getByRole("textbox", { name: /once more/ })).toHaveValue(/tootctl accounts migrate alice --replay/);
  const own = admins.locator("[data-letter=own]");
  await expect(own.getByText("admin@new.test")).toBeVisible();
  await expect(own.getByRole("textbox", { name: /A question about shut\.test/ })).toHaveValue(/6 people on shut\.test/);
  await expect(own.getByRole("link", { name: "Open in your mail program" })).toHaveAttribute(
    "href",
    /^mailto:admin@new\.test\?/,
  );
  await expect(admins.locator("[data-letter=remote]")).toContainText("For your admin to send to shut.test");
  expect(await page.content()).not.toContain("alone.test");
  await expect(page.locator("[data-why=own-decision]")).toBeVisible();
  await own.getByRole("button", { name: "I sent this" }).click();
  await expect(own).toHaveCount(0);
  await expect(admins.getByText("You’ve written about this server once.")).toBeVisible();
  await expect(old).toHaveCount(1);
});

test("the page has no accessibility violations, and never scrolls sideways", { tag: "@wide" }, async ({
  page,
  context,
  house,
}) => {
  const { path } = await openChecked(context, house);
  await page.goto(`${path}/messages`);
  for (const user of ["leo", "luca"]) await tick(page, user);
  await unfoldAll(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide).toBeLessThanOrEqual(window ?? 0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("texts are there, the plan comes as a file, and marks are kept", async ({ page, context, house }) => {
    const { path } = await openChecked(context, house);
    await page.goto(`${path}/messages`);
    await expect(page.locator("[data-text=public]").getByRole("textbox")).toHaveValue(/tap my name/);
    await tick(page, "leo");
    const [text] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download as text" }).click(),
    ]);
    expect(await textOf(text)).toContain("@leo@left.test");
    await page.getByRole("button", { name: "Skip: @lars@left.test" }).click();
    await expect(page).toHaveURL(/\/messages#names$/);
    await expect(page.getByText("One person left alone")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "@lars@left.test" })).toHaveCount(0);
  });
});

test("without proof only the public post is there, and how to prove", { tag: "@wide" }, async ({ browser }) => {
  test.setTimeout(180_000);
  const house = await openHouse(ASKING, { PROOF: "required" });
  const context = await browser.newContext({ baseURL: house.url });
  const { id, path } = await openChecked(context, house);
  const page = await context.newPage();
  await page.goto(`${path}/messages`);
  await expect(page.locator("[data-text]")).toHaveCount(1);
  await expect(page.locator("[data-text=public]")).toBeVisible();
  await expect(page.getByLabel("Link for your profile")).toHaveValue(new RegExp(`/check/${id}$`));
  expect(await page.content()).not.toMatch(/@leo@left\.test|data-letter/);
  for (const file of ["plan.txt", "plan.ics"]) {
    const refused = await context.request.post(`${path}/messages/${file}`, {
      form: { "tick leo@left.test": "on" },
      headers: { "sec-fetch-site": "same-origin" },
    });
    expect(refused.status()).toBe(404);
  }
  await page.goto(`${path}/share`);
  await expect(page.getByLabel("Link for your profile")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make the page" })).toHaveCount(0);
  await context.close();
  await house.close();
});
