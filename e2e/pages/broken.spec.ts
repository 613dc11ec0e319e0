import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { wordsOf } from "#testing/writers.ts";
import { test } from "../house.ts";
import { ASKING, openChecked } from "./asking.ts";

test.use({ scenario: ASKING });

const BROKEN = "Something broke on our side";
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const groundOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

/** As if page and script came from two builds: the frame names a part of the header that its script does not have. */
const damageFrame = (page: Page) =>
  page.route("**/", async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const damaged = html.replaceAll('\\"ThemeSwitch\\"', '\\"NoSuchPart\\"');
    expect(damaged).not.toBe(html);
    await route.fulfill({ response: answer, body: damaged });
  });

test("a frame that cannot be drawn leaves a page with words, the reader's colours and two ways out", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  await page.getByRole("button", { name: "Same as my device" }).click();
  await page.getByRole("button", { name: "Theme: light" }).click();
  await expect(page.getByRole("button", { name: "Theme: dark" })).toBeVisible();
  const dark = await groundOf(page);

  await damageFrame(page);
  await page.goto("/");
  await expect(heading(page, BROKEN)).toBeVisible();
  await expect(page).toHaveTitle(`${BROKEN} · Housewarming`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("meta[name=viewport]")).toHaveAttribute("content", /width=device-width/);
  await expect(page.locator("body")).not.toContainText("NoSuchPart");
  await expect.poll(() => groundOf(page)).toBe(dark);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByLabel("Old address")).toBeVisible();
});

test("a broken frame speaks the language in which it came", async ({ page, context, house }) => {
  await context.addCookies([{ name: "hw_lang", value: "ar", url: house.url }]);
  await damageFrame(page);
  await page.goto("/");
  await expect(heading(page, wordsOf("ar").error.title)).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
});

test("the start page is a way out of a broken frame", async ({ page }) => {
  await damageFrame(page);
  await page.goto("/");
  await expect(heading(page, BROKEN)).toBeVisible();
  await page.unrouteAll();
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page.getByLabel("Old address")).toBeVisible();
});

test("a page that arrives by half says so within the frame, and trying again brings it whole", async ({
  page,
  context,
  house,
}) => {
  const { path } = await openChecked(context, house);
  await page.goto(path);
  await page.route(/\/servers\?_rsc/, async (route) => {
    const answer = await route.fetch();
    const whole = await answer.text();
    await route.fulfill({ response: answer, body: whole.slice(0, whole.length / 2) });
  });
  await page.getByRole("link", { name: /^Servers/ }).click();
  await expect(heading(page, BROKEN)).toBeVisible();
  await expect(page.getByRole("link", { name: "Housewarming" })).toBeVisible();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(heading(page, /servers? have people|server has people/)).toBeVisible();
});

test("a page whose own script did not arrive can be had by trying again", async ({ page, context, house }) => {
  const { path } = await openChecked(context, house);
  await page.goto(path);
  await expect(page.getByRole("button", { name: "Re-check" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.route("**/_next/static/chunks/*.js", (route) => route.abort());
  await page.getByRole("link", { name: "Messages", exact: true }).first().click();
  await expect(heading(page, BROKEN)).toBeVisible();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(heading(page, "Messages")).toBeVisible();
});
