import { expect, type Page } from "@playwright/test";

const PHONE = 640;

/** All that is folded away, so that a look at the page is a look at everything. */
export const unfoldAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });

/** What nobody can change is folded on a phone once the page's script is there; elsewhere it is open. */
export async function unfold(page: Page, group: "nobody" | "unknown"): Promise<void> {
  const fold = page.locator(`[data-group=${group}] > details`);
  if ((page.viewportSize()?.width ?? 0) >= PHONE) return expect(fold).toHaveAttribute("open");
  await expect(fold).not.toHaveAttribute("open");
  await fold.locator("> summary").click();
}
