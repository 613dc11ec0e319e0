import { expect, type Page } from "@playwright/test";

/** All that is folded away, so that a look at the page is a look at everything. */
export const unfoldAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });

/** What nobody can change is folded until it is asked for. */
export async function unfold(page: Page, group: "nobody" | "unknown"): Promise<void> {
  const fold = page.locator(`details[data-group=${group}]`);
  await expect(fold).not.toHaveAttribute("open");
  await fold.locator("> summary").click();
}
