import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { ensureBrowser } from "../scripts/browser.ts";
import { type House, openHouse } from "./house.ts";
import { STATES, type State, WORLDS } from "./states/states.ts";

/** Pictures of every page and state, to be looked at: `npm run screens -- [words in their names]`. */
const FOLDER = "screens";
const WIDTHS = { phone: { width: 360, height: 740 }, laptop: { width: 1280, height: 800 } };
const THEMES = ["light", "dark"] as const;

const wanted = process.argv.slice(2);
const chosen = STATES.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));

async function shoot(browser: Browser, house: House, { name, show }: State): Promise<void> {
  for (const [device, viewport] of Object.entries(WIDTHS)) {
    for (const colorScheme of THEMES) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
      const page = await context.newPage();
      await show(page, house);
      await page.screenshot({ path: join(FOLDER, `${name}-${device}-${colorScheme}.png`), fullPage: true });
      await context.close();
    }
  }
}

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox"] });
for (const [world, scenario] of Object.entries(WORLDS)) {
  const states = chosen.filter((state) => state.world === world);
  if (states.length === 0) continue;
  const house = await openHouse(scenario);
  for (const state of states) {
    await shoot(browser, house, state);
    process.stdout.write(`${state.name}\n`);
  }
  await house.close();
}
await browser.close();
