import { expect } from "@playwright/test";
import { test, visit } from "./visit.ts";

test.use({ viewport: { width: 360, height: 740 } });

test("people the mover follows come first, those who went quiet and bots stand apart at the end", async ({
  page,
  street,
}) => {
  const at = (acct: string) => street.named("followed", acct);
  await visit(page, street, "followed");
  await expect(page.getByText("You follow 2 of the missing.")).toBeVisible();

  await visit(page, street, "followed", "/followers");
  const rows = page.locator("[data-acct]");
  const accts = await rows.evaluateAll((all) => all.map((one) => one.getAttribute("data-acct") ?? ""));
  expect(accts.slice(0, 2)).toEqual([at("tom@tube.test"), at("sofia@shut.test")]);
  await expect(rows.nth(1)).toContainText("You follow");
  await expect(rows.nth(2)).not.toContainText("You follow");

  const quiet = page.locator("h2:has-text('Bots, and accounts quiet for a year') + ul [data-acct]");
  expect(await quiet.evaluateAll((all) => all.map((one) => one.getAttribute("data-acct")))).toEqual([
    at("tilda@tube.test"),
    at("fay@far.test"),
    at("luca@left.test"),
  ]);
  expect(accts.at(-4)).toBe(at("tessa@tube.test"));
});
