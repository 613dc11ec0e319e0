import { expect, type Locator, type Page } from "@playwright/test";
import { expectOpenWay } from "./focus.ts";
import { chooseDark, test, visit } from "./visit.ts";

test.use({ viewport: { width: 1280, height: 800 } });
test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" }));

test("the focus is seen at every stop of a result", async ({ page, street }) => {
  await visit(page, street, "asking");
  await expectOpenWay(page);
});

/** The drawing of each fill without its colours: what is left has to differ. */
const shapesOf = (page: Page, fills: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(
    (ids) =>
      ids.map((id) =>
        [...(document.getElementById(id)?.querySelectorAll("circle, path") ?? [])]
          .map((line) => line.getAttribute("d") ?? line.localName)
          .join(),
      ),
    fills,
  );

test("each part of the bar has a pattern of its own, and a line that says it in words and numbers", async ({
  page,
  street,
}) => {
  await visit(page, street, "asking");
  const chart = page.locator("figure");
  const fills = await chart
    .locator("svg rect[fill^=url]")
    .evaluateAll((parts) => parts.map((part) => part.getAttribute("fill")?.slice("url(#".length, -1) ?? ""));
  const lines = await chart.getByRole("listitem").allInnerTexts();
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(line.replaceAll("\n", " ")).toMatch(/^[A-Z][\w’ ]+ \d+$/);
  // First the bar, then the small square of each line, in the same order.
  expect(fills.slice(lines.length)).toEqual(fills.slice(0, lines.length));
  const shapes = await shapesOf(page, [...new Set(fills)]);
  expect(new Set(shapes).size).toBe(lines.length);
});

/** Colours, weight and outline: what the eye can tell two links apart by. */
const looksIn = (nav: Locator, name: RegExp): Promise<string> =>
  nav.getByRole("link", { name }).evaluate((one) => {
    const { borderBottomColor, backgroundColor, fontWeight, outlineStyle } = getComputedStyle(one);
    return [borderBottomColor, backgroundColor, fontWeight, outlineStyle].join(" ");
  });

test("what is chosen is told apart from what is not", async ({ page, street }) => {
  await visit(page, street, "asking", "/followers");
  const tabs = page.getByRole("navigation", { name: "Parts of this check" });
  expect(await looksIn(tabs, /^People/)).not.toBe(await looksIn(tabs, /^Messages/));
  const shown = page.getByRole("navigation", { name: "Show" });
  expect(await looksIn(shown, /^Missing/)).not.toBe(await looksIn(shown, /^They can/));
  await chooseDark(page);
});
