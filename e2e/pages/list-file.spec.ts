import { expect } from "@playwright/test";
import { test } from "../house.ts";

const SEVERED = { name: "severed.csv", mimeType: "text/csv", buffer: Buffer.from("Account address\nbo@far.test\n") };

test("what a file says of its list is not said of another one that is typed in its place", async ({ page, house }) => {
  await page.goto(house.url);
  await page.getByText("Make it more exact").click();
  await page.locator("input[type=file]").setInputFiles(SEVERED);
  const [list, kind] = [page.getByLabel("A list of your old followers"), page.locator("[name='before.kind']")];
  await expect(list).toHaveValue("bo@far.test");
  await expect(kind).toHaveValue("severed");
  await list.fill("fay@far.test");
  await expect(kind).toHaveValue("list");
  await expect(page.getByText("severed.csv")).toHaveCount(0);
});
