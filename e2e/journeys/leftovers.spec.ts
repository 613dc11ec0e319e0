import { expect } from "@playwright/test";
import { test, visit } from "./visit.ts";

test.use({ viewport: { width: 360, height: 740 } });

test("leftover entries are a number, and nobody's row", async ({ page, street }) => {
  for (const part of ["/followers", "/followers?group=nobody"]) {
    await visit(page, street, "long", part);
    await expect(page.getByText("One entry is left over on the old list.")).toBeVisible();
    await expect(page.locator("[data-acct^='gus@']")).toHaveCount(0);
  }
  await visit(page, street, "long", "/followers?group=follower");
  await expect(page.locator("[data-acct]").first()).toBeVisible();
  await expect(page.getByText(/left over on the old list/)).toHaveCount(0);
});
