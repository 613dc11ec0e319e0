import { expect, type Page } from "@playwright/test";
import { test, visit, type WorldName } from "./visit.ts";

test.use({ viewport: { width: 360, height: 740 } });

/** What each part of a check says where nobody can be said to be missing. */
type Parts = Readonly<Record<"Overview" | "Servers" | "Followers" | "Messages" | "Page for followers", string>>;

const WAYS: Readonly<Partial<Record<WorldName, Parts>>> = {
  good: {
    Overview: "People who hide, or whose follow was refused on the way, cannot be seen from outside.",
    Servers: "Nobody we know of is missing.",
    Followers: "Nobody we know of is missing.",
    Messages: "There is nobody here to write to by name. The public post is for everybody.",
    "Page for followers": "How long should it show numbers?",
  },
  notMade: {
    Overview: "Nobody has been asked to follow it, so nobody can be missing.",
    Servers: "nobody can be missing.",
    Followers: "nobody can be missing.",
    Messages: "From your old account, as long as it can post.",
    "Page for followers": "The page is for afterwards",
  },
  hidden: {
    Overview: "a list you saved before makes it exact.",
    Servers: "Who is missing cannot be said",
    Followers: "Who is missing cannot be said",
    Messages: "There is nobody here to write to by name.",
    "Page for followers": "How long should it show numbers?",
  },
};

for (const [world, parts] of Object.entries(WAYS))
  test(`where ${world}: the first screen says so, and no part of the check is a dead end`, async ({ page, street }) => {
    await visit(page, street, world as WorldName);
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport({ ratio: 1 });
    await expect(page.locator("[data-group], [data-cause], figure")).toHaveCount(0);
    for (const [part, words] of Object.entries(parts)) {
      await page
        .getByRole("navigation", { name: "Parts of this check" })
        .getByRole("link", { name: part, exact: true })
        .click();
      await expect(page.getByRole("link", { name: part, exact: true })).toHaveAttribute("aria-current", "page");
      await expect(page.getByText(words).first()).toBeVisible();
      expect(await waysOn(page)).toBeGreaterThan(0);
    }
  });

const waysOn = (page: Page): Promise<number> => page.locator("main a, main button").filter({ visible: true }).count();

test("a move that was not made offers the setting, and a form to start again", async ({ page, street }) => {
  await visit(page, street, "notMade");
  const first = page.locator("[data-action]").first();
  await expect(first).toHaveAttribute("data-action", "finish-move");
  await expect(first.getByRole("link")).toHaveAttribute(
    "href",
    `https://${street.named("notMade", "old.test")}/settings/migration`,
  );
});
