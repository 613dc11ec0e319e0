import { expect, type Page } from "@playwright/test";
import { serverWords } from "#server/page-words.ts";
import { plainPage } from "#server/plain-page.ts";
import type { House } from "../house.ts";
import { checkOnce, enter } from "./checks.ts";

const BROKEN = "Something broke on our side";
const isBroken = (page: Page) => expect(page.getByRole("heading", { level: 1, name: BROKEN })).toBeVisible();

/** A page that the server writes without Next, at an address of its own: nothing has to be broken for it. */
export const plain =
  (status: number, more: { readonly sent?: boolean; readonly retryAfter?: number } = {}) =>
  async (page: Page, house: House): Promise<void> => {
    const words = serverWords("en");
    const body = plainPage({ status, sent: false, retryAfter: 0, reference: "8f2c41aa", words, ...more });
    await page.route(`${house.url}/plain`, (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto(`${house.url}/plain`);
  };

/** A page that arrives by half while it is gone to, within the frame. */
export async function brokenPart(page: Page, house: House): Promise<void> {
  await enter(page, house, await checkOnce(house, { old: house.named("alice@old.test") }));
  await page.route(/\/servers\?_rsc/, async (route) => {
    const answer = await route.fetch();
    const whole = await answer.text();
    await route.fulfill({ response: answer, body: whole.slice(0, whole.length / 2) });
  });
  await page.getByRole("link", { name: /^Servers/ }).click();
  await isBroken(page);
}

/** A frame that its script cannot draw: page and script are of two builds. */
export async function brokenFrame(page: Page, house: House): Promise<void> {
  await page.route(`${house.url}/`, async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    await route.fulfill({ response: answer, body: html.replaceAll('\\"ThemeSwitch\\"', '\\"NoSuchPart\\"') });
  });
  await page.goto(house.url);
  await isBroken(page);
}

/** A press that is one too many. */
export async function oneTooMany(page: Page, house: House): Promise<void> {
  await enter(page, house, await checkOnce(house, { old: house.named("alice@old.test") }));
  await page.waitForLoadState("networkidle");
  await page.route(/\/api\//, (route) => route.fulfill({ status: 429, headers: { "retry-after": "30" } }));
  await page.getByRole("button", { name: "Re-check" }).click({ force: true });
  await expect(page.getByText("That didn’t work. Please try again in a moment.").first()).toBeVisible();
}
