import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { ensureBrowser } from "../scripts/browser.ts";
import { type House, openHouse } from "./house.ts";
import { STATES, type State, WORLDS } from "./states/states.ts";

/**
 * Pictures of every page and state, to be looked at: `npm run screens -- [words in their names]`.
 * `--lang=ja` takes them in a language; states that are found by their English words cannot be taken so.
 * `npm run screens -- --readme` takes those that the README shows, as much of a page as a screen shows.
 */
const WIDTHS = { phone: { width: 360, height: 740 }, laptop: { width: 1280, height: 800 } };
const THEMES = ["light", "dark"] as const;
type Device = keyof typeof WIDTHS;
const README: Readonly<Record<string, readonly Device[]>> = {
  "start-found": ["phone"],
  "done-usual": ["laptop", "phone"],
  messages: ["phone"],
  "share-answer": ["phone"],
};

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const lang = process.argv.find((word) => word.startsWith("--lang="))?.slice("--lang=".length);
const forReadme = process.argv.includes("--readme");
const folder = forReadme ? "docs/screens" : "screens";
const isWanted = ({ name }: State): boolean =>
  forReadme ? name in README : words.length === 0 || words.some((word) => name.includes(word));

async function shoot(browser: Browser, house: House, { name, show }: State): Promise<void> {
  const devices = forReadme ? (README[name] ?? []) : (["phone", "laptop"] as const);
  for (const device of devices) {
    for (const colorScheme of THEMES) {
      const context = await browser.newContext({
        ...{ viewport: WIDTHS[device], colorScheme, reducedMotion: "reduce" },
        ...(lang ? { locale: lang } : {}),
      });
      const page = await context.newPage();
      await show(page, house);
      await page.screenshot({
        path: join(folder, `${lang ? `${lang}-` : ""}${name}-${device}-${colorScheme}.png`),
        fullPage: !forReadme,
      });
      await context.close();
    }
  }
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ["--no-sandbox"] });
for (const [world, scenario] of Object.entries(WORLDS)) {
  const states = STATES.filter((state) => state.world === world && isWanted(state));
  if (states.length === 0) continue;
  const house = await openHouse(scenario);
  for (const state of states) {
    await shoot(browser, house, state);
    process.stdout.write(`${state.name}\n`);
  }
  await house.close();
}
await browser.close();
