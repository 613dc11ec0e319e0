import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type House, openHouse } from "../house.ts";
import { STATES, type State, WORLDS } from "./states.ts";

/** How a page may be looked at. A sample gives every state one of them by turns; the proof takes all. */
const LOOKS = [
  { colorScheme: "light", width: 360 },
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "dark", width: 360 },
  { colorScheme: "light", width: 1280 },
  { forcedColors: "active", width: 360 },
  { forcedColors: "active", width: 1280 },
] as const;
type Look = (typeof LOOKS)[number];
/** The narrowest screen that has to do without scrolling sideways, and the room left at four times the size. */
const NARROW = 320;

const looksAt = (turn: number): readonly Look[] =>
  process.env.PROVE ? LOOKS : [LOOKS[turn % LOOKS.length] ?? LOOKS[0]];

for (const [world, scenario] of Object.entries(WORLDS)) {
  test.describe(world, () => {
    // One after the other in one worker: they share a house.
    test.describe.configure({ mode: "default" });
    let house: House;
    test.beforeAll(async () => {
      test.setTimeout(240_000);
      house = await openHouse(scenario);
    });
    test.afterAll(() => house.close());
    for (const [turn, state] of STATES.entries())
      if (state.world === world) test(`${state.name} is for everybody`, ({ page }) => look(page, house, state, turn));
  });
}

async function look(page: Page, house: House, state: State, turn: number): Promise<void> {
  const complaints: string[] = [];
  page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  for (const { width, ...media } of looksAt(turn)) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: "reduce", ...media });
    await state.show(page, house);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    expect(await page.title()).not.toBe("");
  }
  await page.setViewportSize({ width: NARROW, height: 800 });
  expect(await widest(page)).toBeLessThanOrEqual(NARROW);
  expect(complaints.filter((line) => !isAnswer(line))).toEqual([]);
}

const widest = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
/** A browser reports an answer of 404, 410 or 422 as a mistake; here it is the page. */
const isAnswer = (line: string): boolean => /status of 4\d\d/.test(line);
