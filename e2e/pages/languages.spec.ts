import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page } from "@playwright/test";
import { direction, FOLLOWER_LOCALES, INTERFACE_LOCALES, type InterfaceLocale } from "#i18n/locales.ts";
import { wordsOf } from "#testing/writers.ts";
import { test } from "../house.ts";
import { checkOnce, enter, shareOf } from "../states/checks.ts";
import { OWNER_WAITS_MS } from "../states/waits.ts";
import { ASKING } from "./asking.ts";

test.use({ scenario: ASKING });

/** The sample takes one language that goes the other way, and one without spaces between its words. */
const WALKED: readonly InterfaceLocale[] = process.env.PROVE ? INTERFACE_LOCALES : ["ar", "ja"];
const NARROW = { width: 320, height: 740 };

/** A browser that asks for one language and has chosen none on our pages. */
const openIn = async (browser: Browser, locale: string): Promise<Page> =>
  (await browser.newContext({ locale, viewport: NARROW })).newPage();

async function isIn(page: Page, locale: string): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
  await expect(page.locator("html")).toHaveAttribute("dir", direction(locale));
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${page.url()} is as wide as the window`).toBeLessThanOrEqual(NARROW.width);
}

async function isForEverybody(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

for (const locale of WALKED)
  test(`${locale}: from two addresses to a page for followers`, async ({ browser, house }) => {
    const words = wordsOf(locale);
    const page = await openIn(browser, locale);
    const seen = async () => {
      await isIn(page, locale);
      if (locale === "ar") await isForEverybody(page);
    };
    await page.goto(house.url);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(words.start.title);
    await seen();

    await page.locator("input[name=old]").first().fill("alice@old.test");
    await page.locator("form button[type=submit]").first().click();
    await expect(page.locator("[data-action]").first()).toBeVisible({ timeout: OWNER_WAITS_MS });
    await seen();

    await page.goto(`${page.url().split("#")[0]}/messages`);
    const post = page.locator("[data-text=public]").getByRole("textbox");
    const [begins = ""] = words.texts.public.tap.split(/@?{(?:old|new)}/);
    await expect(post).toHaveValue(new RegExp(`^${begins.trim()}`));
    await expect(post).toHaveAttribute("lang", locale);
    await seen();

    const check = await checkOnce(house, { old: "alice@old.test" });
    await page.goto(await shareOf(house, check));
    await expect(page.getByRole("button", { name: words.sharePage.server.button, exact: true })).toBeVisible();
    await seen();
    await page.locator("#home").fill("near.test");
    await page.locator("#ask [type=submit]").click();
    await expect(page.locator("#says")).toBeVisible();
    await seen();
    await page.context().close();
  });

test("the page for followers fits a narrow phone in every language it is written in", async ({ browser, house }) => {
  const address = await shareOf(house, await checkOnce(house, { old: "alice@old.test" }));
  const page = await openIn(browser, "en-US");
  for (const locale of FOLLOWER_LOCALES) {
    await page.goto(`${address}?lang=${locale}`);
    await isIn(page, locale);
    const follow = page.getByRole("button", { name: wordsOf(locale).sharePage.server.button, exact: true });
    await expect(follow).toBeVisible();
  }
  await page.context().close();
});

/** The words that a phone would cut off, once the counts beside them are as long as those of a large account. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.locator(".tabs").evaluate((tabs) => {
    for (const count of tabs.querySelectorAll(".num")) count.textContent = "123,456";
    const fits = (link: Element): boolean => {
      const { left, right } = link.getBoundingClientRect();
      return left >= 0 && right <= window.innerWidth && link.scrollWidth <= link.clientWidth;
    };
    return [...tabs.querySelectorAll("a")].filter((link) => !fits(link)).map((link) => link.textContent ?? "");
  });

test("every part of a check is in sight on a phone, in every language and with long counts", async ({
  browser,
  house,
}) => {
  const page = await openIn(browser, "en-US");
  const check = await checkOnce(house, { old: "alice@old.test" });
  await enter(page, house, check);
  for (const locale of INTERFACE_LOCALES) {
    await page.goto(`${house.url}/check/${check.id}/servers?lang=${locale}`);
    await expect(page.locator(".tabs")).toContainText(wordsOf(locale).check.nav.messages);
    for (const width of [NARROW.width, 360, 412]) {
      await page.setViewportSize({ ...NARROW, width });
      expect(await cutOff(page), `${locale} at ${width} px`).toEqual([]);
    }
  }
  await page.context().close();
});

test("the language is changed on every page, and the check and its part stay", async ({ page, house }) => {
  const check = await checkOnce(house, { old: "alice@old.test" });
  await enter(page, house, check, "/followers?group=follower&q=l");
  await page.locator(".foot__lang > summary").click();
  await page
    .getByRole("navigation", { name: wordsOf("en").site.language })
    .getByRole("link", { name: "Deutsch" })
    .click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  const { searchParams, pathname } = new URL(page.url());
  expect([pathname, searchParams.get("group"), searchParams.get("q")]).toEqual([
    `/check/${check.id}/followers`,
    "follower",
    "l",
  ]);
  await expect(page.locator("[data-acct]").first()).toBeVisible();
  // A search finds public pages in each language, and no page of a check.
  const inJapanese = page.locator('link[rel="alternate"][hreflang="ja"]');
  await expect(inJapanese).toHaveCount(0);
  // From now on without a word in the address.
  await page.goto(`${house.url}/how`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(wordsOf("de").how.title);
  await expect(inJapanese).toHaveAttribute("href", /\/how\?lang=ja$/);
});

test("the language is changed without a script too, and a key behind the # goes along with one", async ({
  browser,
  house,
}) => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false, locale: "en-US" })).newPage();
  await plain.goto(`${house.url}/?old=alice@old.test`);
  await plain.getByText("Language English").click();
  await plain.locator("a[hreflang=fr]").click();
  await expect(plain.locator("html")).toHaveAttribute("lang", "fr");
  await expect(plain.locator("input[name=old]").first()).toHaveValue("alice@old.test");
  await plain.context().close();

  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(`${house.url}/check/aaaaaaaaaaaaaaaaaaaaaaaa#key=nothing`);
  await page.getByText("Language English").click();
  await page.locator("a[hreflang=es]").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  expect(new URL(page.url()).hash).toBe("#key=nothing");
  await page.context().close();
});

test("each part of the messages is written in the language chosen for it", async ({ page, house }) => {
  const check = await checkOnce(house, { old: "alice@old.test" });
  await enter(page, house, check, "/messages");
  const choose = async (part: string, locale: string) => {
    await page.locator(`#language-${part}`).selectOption(`${part}.${locale}`);
    await page.locator(`form:has(#language-${part}) button`).click();
    await expect(page.locator(`#language-${part}`)).toHaveValue(`${part}.${locale}`);
  };
  await choose("everybody", "ko");
  await choose("admins", "pl");
  const post = page.locator("[data-text=public]").getByRole("textbox");
  await expect(post).toHaveAttribute("lang", "ko");
  await expect(post).toHaveValue(new RegExp(`^${wordsOf("ko").texts.public.tap.slice(0, 6)}`));
  await expect(page.locator("#admins textarea").first()).toHaveAttribute("lang", "pl");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  // Kept without its word in the address.
  await enter(page, house, check, "/messages");
  await expect(post).toHaveAttribute("lang", "ko");
});

/** What is left of a page in the test language once all that code made strange is taken away. */
const plainWordsOf = (text: string): readonly string[] => {
  let left = text;
  for (let before = ""; before !== left; ) {
    before = left;
    left = left.replace(/⟦[^⟦⟧]*⟧/g, " ");
  }
  return left.replace(/\S*[@.]\S+|https?:\S+/g, " ").match(/[A-Za-z]{4,}/g) ?? [];
};
/** Examples of code, and texts in a language of their own, are no words of the page. */
function wordsOfPage(body: HTMLElement): string {
  const copy = body.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll("script, style, noscript, pre, code, [lang]")) part.remove();
  return copy.textContent;
}

/** Names, which are the same in every language; somebody without a picture has two initials before his. */
const NAMES = /^(?:Alice|Housewarming|PeerTube|Mastodon|alice|[A-Z]{2}[a-z]+)$/;

for (const path of [
  "/",
  "/how",
  "/how/blocks",
  "/privacy",
  "/bot",
  "/remove",
  "check",
  "check/followers",
  "check/servers",
  "check/share",
  "check/signin",
  "check/messages",
])
  test(`${path} has no word that nobody translated, and room for words two fifths longer`, async ({ page, house }) => {
    await page.setViewportSize(NARROW);
    await page.context().addCookies([{ name: "hw_lang", value: "en-XA", url: house.url }]);
    if (path.startsWith("check"))
      await enter(page, house, await checkOnce(house, { old: "alice@old.test" }), path.slice("check".length));
    else await page.goto(`${house.url}${path}`);
    await isIn(page, "en-XA");
    const text = await page.locator("body").evaluate(wordsOfPage);
    expect(text).toContain("⟦");
    expect(plainWordsOf(text).filter((word) => !NAMES.test(word))).toEqual([]);
  });
