import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import type { House } from "../house.ts";
import { onStreet } from "../street.ts";
import { expectShort, PHONE, rowsShown } from "./short.ts";
import { STATES, type State, WORLDS } from "./states.ts";

/** How a page may be looked at. */
const LOOKS = [
  { colorScheme: "light", forcedColors: "none", width: 360 },
  { colorScheme: "dark", forcedColors: "none", width: 1280 },
  { colorScheme: "light", forcedColors: "none", width: 1280 },
  { colorScheme: "dark", forcedColors: "none", width: 360 },
  { colorScheme: "light", forcedColors: "active", width: 360 },
  { colorScheme: "dark", forcedColors: "active", width: 1280 },
] as const;
type Look = (typeof LOOKS)[number];
/** One state of so many is looked at by `npm test`. */
const EVERY = 3;
/** The sample takes these by turns: both themes, both widths. */
const SAMPLED = LOOKS.slice(0, 4);
const looksFor = (turn: number): readonly Look[] => {
  const sampled = (turn / EVERY) % SAMPLED.length;
  return process.env.PROVE ? LOOKS : SAMPLED.slice(sampled, sampled + 1);
};
/** The narrowest screen that has to do without scrolling sideways, and the room left at four times the size. */
const NARROW = 320;

const test = onStreet(WORLDS);

for (const world of Object.keys(WORLDS))
  test.describe(world, () => {
    // One after the other in one worker: they share a check.
    test.describe.configure({ mode: "default" });
    for (const [turn, state] of STATES.entries())
      if (state.world === world)
        test(`${state.name} is for everybody`, { tag: turn % EVERY === 0 ? [] : "@wide" }, ({ page, street }) =>
          look(page, street.house(world), state, turn),
        );
    if (world === "usual") test("the usual result is short", ({ page, street }) => beShort(page, street.house(world)));
  });

async function look(page: Page, house: House, state: State, turn: number): Promise<void> {
  const complaints: string[] = [];
  page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  for (const one of looksFor(turn)) {
    await takeOn(page, one);
    await state.show(page, house);
    await hold(page, one);
  }
  await page.setViewportSize({ width: NARROW, height: 800 });
  expect(await widest(page)).toBeLessThanOrEqual(NARROW);
  expect(state.broken ? [] : complaints.filter((line) => !isAnswer(line))).toEqual([]);
}

/** On a phone the small reasons of a large group are one row; none of them is the largest, and each opens. */
async function beShort(page: Page, house: House): Promise<void> {
  await page.setViewportSize(PHONE);
  await STATES.find(({ name }) => name === "done-usual")?.show(page, house);
  await expectShort(page);
  const onPhone = await rowsShown(page);
  await page.locator(".cause--more > summary").first().click();
  const opened = await rowsShown(page);
  await page.reload();
  await page.setViewportSize({ width: 1280, height: 800 });
  const onLaptop = await rowsShown(page);
  expect(onPhone.length).toBeLessThan(onLaptop.length);
  expect(opened).toEqual(onLaptop);
}

async function takeOn(page: Page, { width, ...media }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ reducedMotion: "reduce", ...media });
}

async function hold(page: Page, { forcedColors }: Look): Promise<void> {
  // With forced colours the reader's own are painted, while scripts are still told of ours.
  const rules = forcedColors === "active" ? ["color-contrast"] : [];
  expect(await complaintsOf(new AxeBuilder({ page }).disableRules(rules))).toEqual([]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  expect(await page.title()).not.toBe("");
}

async function complaintsOf(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const widest = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
/** A browser reports an answer of 404, 410 or 422 as a mistake; here it is the page. */
const isAnswer = (line: string): boolean => /status of 4\d\d/.test(line);
