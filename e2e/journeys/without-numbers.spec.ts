import { expect, type Page } from "@playwright/test";
import { oldIn, test, visit, type WorldName } from "./visit.ts";

test.use({ viewport: { width: 360, height: 740 } });

/** What each part of a check says where nobody can be said to be missing. */
type Parts = Readonly<Record<"" | "/servers" | "/followers" | "/messages" | "/share", string>>;

const WAYS: Readonly<Partial<Record<WorldName, Parts>>> = {
  good: {
    "": "People who hide, or whose follow was refused on the way, can’t be seen from outside.",
    "/servers": "Nobody we know of is missing.",
    "/followers": "Nobody we know of is missing.",
    "/messages": "There’s nobody here to write to by name. The public post is for everyone.",
    "/share": "How long should it show numbers?",
  },
  notMade: {
    "": "so nobody can be missing.",
    "/servers": "nobody can be missing yet.",
    "/followers": "nobody can be missing yet.",
    "/messages": "From your old account, before you move.",
    "/share": "The page is for afterwards",
  },
  hidden: {
    "": "So we can’t say who’s missing.",
    "/servers": "We couldn’t read a list",
    "/followers": "We couldn’t read a list",
    "/messages": "There’s nobody here to write to by name.",
    "/share": "How long should it show numbers?",
  },
};

for (const [world, parts] of Object.entries(WAYS))
  test(`where ${world}: the first screen says so, and no part of the check is a dead end`, { tag: "@wide" }, async ({
    page,
    street,
  }) => {
    await visit(page, street, world as WorldName);
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport({ ratio: 1 });
    await expect(page.locator("[data-group], [data-cause], figure")).toHaveCount(0);
    for (const [part, words] of Object.entries(parts)) {
      await visit(page, street, world as WorldName, part);
      await expect(page.getByText(words).first()).toBeVisible();
      expect(await waysOn(page)).toBeGreaterThan(0);
    }
  });

test("where nobody can be counted there are no ways that lead to nothing", { tag: "@wide" }, async ({
  page,
  street,
}) => {
  await visit(page, street, "notMade");
  await expect(page.getByRole("navigation", { name: "Parts of this check" })).toHaveCount(0);
});

const waysOn = (page: Page): Promise<number> =>
  page.locator("main a, main button, header a").filter({ visible: true }).count();

test("a move that was not made offers to keep the list first, and the setting as a later step", async ({
  page,
  street,
}) => {
  await visit(page, street, "notMade");
  const first = page.locator("[data-action]").first();
  // Whose account it is was not shown, so nobody on its list is named.
  await expect(first).toHaveAttribute("data-action", "plan-move");
  await expect(page.getByRole("link", { name: "Open the setting" }).last()).toHaveAttribute(
    "href",
    `https://${street.named("notMade", "old.test")}/settings/migration`,
  );
  await first.click();
  await expect(page.getByRole("radio", { name: "I’m planning to move" })).toBeChecked();
  await expect(page.getByLabel("Your address today")).toHaveValue(oldIn(street, "notMade"));
});
