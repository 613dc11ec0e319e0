import { expect } from "@playwright/test";
import { unfoldAll } from "../pages/unfold.ts";
import { expectOpenWay, walk } from "./focus.ts";
import { test, visit, visitMade, visitShared } from "./visit.ts";

const PARTS = ["", "/servers", "/followers", "/messages", "/share"];

test.use({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });

for (const path of ["/", "/how"])
  test(`the Tab key goes through ${path} and out again, and is seen everywhere`, async ({ page }) => {
    await page.goto(path);
    await unfoldAll(page);
    await expectOpenWay(page);
  });

for (const part of PARTS)
  test(`the Tab key goes through the check's ${part || "/overview"} and out again`, async ({ page, street }) => {
    await visit(page, street, "long", part);
    await unfoldAll(page);
    await expectOpenWay(page);
  });

test("the Tab key goes through where a page is handed on", async ({ page, street }) => {
  await visitMade(page, street);
  await unfoldAll(page);
  await expectOpenWay(page);
});

test("the Tab key goes through the page for followers on a phone, both ways", async ({ page, street }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visitShared(page, street);
  await expectOpenWay(page);
  await page.reload();
  const [there, back] = [await walk(page, "Tab"), await walk(page, "Shift+Tab")];
  expect(back.map(({ name }) => name)).toEqual(there.map(({ name }) => name).toReversed());
});
