import { expect, type Page } from "@playwright/test";

const PHONE = 640;

/** What nobody can change is folded on a phone once the page's script is there; elsewhere it is open. */
export async function unfold(page: Page, group: "nobody" | "unknown"): Promise<void> {
  const fold = page.locator(`[data-group=${group}] > details`);
  if ((page.viewportSize()?.width ?? 0) >= PHONE) return expect(fold).toHaveAttribute("open");
  await expect(fold).not.toHaveAttribute("open");
  await fold.locator("> summary").click();
}
