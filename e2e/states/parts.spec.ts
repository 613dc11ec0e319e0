import { expect } from "@playwright/test";
import { onStreet } from "../street.ts";
import { WORLDS } from "./states.ts";

const test = onStreet({ asking: WORLDS.asking });
test.use({ timezoneId: "UTC", locale: "en-US" });

/** Another browser draws the edge of a letter otherwise; a colour, a size or a place that changes is far more. */
const ALIKE = { maxDiffPixelRatio: 0.01, threshold: 0.25, animations: "disabled" } as const;

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [360, 1280])
    test(`every part looks as it did, ${colorScheme} at ${width} px`, async ({ page, street }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(`${street.house("asking").url}/parts`);
      await page.evaluate(() => document.fonts.ready);
      await expect(page.locator("#main")).toHaveScreenshot(`parts-${colorScheme}-${width}.png`, ALIKE);
    });
