import { expect, type Page } from "@playwright/test";
import { unfoldAll } from "../pages/unfold.ts";
import type { Street } from "../street.ts";
import { test, visit, visitMade, visitShared } from "./visit.ts";

const WIDTHS = [320, 1280];

type Show = (page: Page, street: Street) => Promise<unknown>;
const part =
  (path: string): Show =>
  (page, street) =>
    visit(page, street, "long", path);
const PAGES: Readonly<Record<string, Show>> = {
  start: (page) => page.goto("/"),
  result: part(""),
  servers: part("/servers"),
  followers: part("/followers"),
  messages: part("/messages"),
  "a page to make": part("/share"),
  "a page made": visitMade,
  "a page for followers": visitShared,
  "how a check works": (page) => page.goto("/how"),
};

for (const [name, show] of Object.entries(PAGES))
  test(`twice as large, nothing of ${name} is cut off or needs a sideways scroll`, async ({ page, street }) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await show(page, street);
      await unfoldAll(page);
      await enlarge(page);
      expect(await cutOff(page), `at ${width} pixels`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

const enlarge = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });

/** What sticks out of the window, of its card, or of a box that hides what does not fit. Lines one can type into scroll by nature. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
    const isCut = (one: Element): boolean => {
      const { overflowX, overflowY } = getComputedStyle(one);
      const { left, right } = one.getBoundingClientRect();
      const card = one.parentElement?.closest("article, figure, form, details")?.getBoundingClientRect();
      if (left < -0.5 || right > Math.min(innerWidth, card?.right ?? innerWidth) + 0.5) return true;
      const wide = hides(overflowX) && one.scrollWidth > one.clientWidth + 1;
      return wide || (hides(overflowY) && one.scrollHeight > one.clientHeight + 1);
    };
    return [...document.body.querySelectorAll("*:not(input)")]
      .filter((one) => one.checkVisibility() && one.clientWidth > 1 && isCut(one))
      .map((one) => `${one.localName}: ${one.textContent?.trim().slice(0, 40)}`);
  });
