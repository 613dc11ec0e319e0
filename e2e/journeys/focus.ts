import { expect, type Locator, type Page } from "@playwright/test";

/** What the Tab key may land on. */
const STOPS = "a[href], button:not(:disabled), input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
const MOST_PRESSES = 500;
const MOST_FRAMES = 10;
const THINNEST = 2;

type Stop = { readonly at: number; readonly name: string; readonly trouble: readonly string[] };
type Seen = Awaited<ReturnType<typeof measure>>;

/** Where the focus is and why it might not be seen there; null when nothing on the page has it. */
export async function stopOf(page: Page): Promise<Stop | null> {
  let seen = await measure(page);
  // A busy browser may scroll to the place some frames later.
  for (let frame = 0; frame < MOST_FRAMES && seen && troubleOf(seen).length > 0; frame += 1) {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    seen = await measure(page);
  }
  return seen && { at: seen.at, name: seen.name, trouble: troubleOf(seen) };
}

const measure = (page: Page) =>
  page.evaluate((stops) => {
    const here = document.activeElement;
    if (!(here instanceof HTMLElement) || here === document.body) return null;
    // A link that covers its card has its ring around the card.
    const rings = [getComputedStyle(here), getComputedStyle(here, "::after")];
    const widths = rings.map(({ outlineStyle, outlineWidth }) =>
      outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth),
    );
    const { top, left, bottom, right } = here.getBoundingClientRect();
    const above = document.elementFromPoint(Math.max(left, 0) + 6, Math.max(top, 0) + 6);
    const name = `${here.localName} ${here.id} ${here.getAttribute("aria-label") ?? here.textContent ?? ""}`;
    return {
      at: [...document.querySelectorAll(stops)].indexOf(here),
      name: name.slice(0, 60),
      outline: Math.max(...widths),
      box: { top, left, bottom, right },
      window: { width: innerWidth, height: innerHeight },
      isOnTop: here.contains(above) || above?.contains(here) === true,
    };
  }, STOPS);

function troubleOf({ outline, box, window, isOnTop }: NonNullable<Seen>): readonly string[] {
  // A browser brings the caret of a long text into view, not all of its box.
  const isTall = box.bottom - box.top > window.height / 2;
  const [upper, lower] = isTall ? [box.bottom, box.top] : [box.top, box.bottom];
  const isInside = box.left >= 0 && box.right <= window.width && upper >= 0 && lower <= window.height;
  return [
    outline < THINNEST ? "has no outline" : "",
    isInside ? "" : `is outside the window: ${Object.values(box)}`,
    isOnTop ? "" : "is covered by something else",
  ].filter((one) => one !== "");
}

/** Everything shown that a press should reach. Of a group of radios the Tab key takes the chosen one. */
const reachable = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    (stops) =>
      [...document.querySelectorAll(stops)].flatMap((one, at) => {
        const isPassedOver = one instanceof HTMLInputElement && one.type === "radio" && !one.checked;
        return one.checkVisibility() && !isPassedOver ? [at] : [];
      }),
    STOPS,
  );

/** Once through the page by one key, until the focus leaves it or comes round. */
export async function walk(page: Page, key: "Tab" | "Shift+Tab"): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await page.keyboard.press(key);
    const stop = await stopOf(page);
    if (!stop || (stops.length > 1 && stop.at === stops[0]?.at)) return stops;
    // A field for a date takes a press for each of its parts.
    if (stop.at !== stops.at(-1)?.at) stops.push(stop);
  }
  throw new Error(`The focus does not get away from ${stops.at(-1)?.name}.`);
}

/** Everything is reached in its order, nothing holds the focus, and wherever it is, it is seen. */
export async function expectOpenWay(page: Page): Promise<void> {
  const stops = await walk(page, "Tab");
  expect(stops.filter(({ trouble }) => trouble.length > 0)).toEqual([]);
  expect(stops.map(({ at }) => at)).toEqual(await reachable(page));
}

/** By the Tab key alone; every stop on the way has to show where it is. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
    const stop = await stopOf(page);
    expect(stop?.trouble ?? [], stop?.name).toEqual([]);
  }
  throw new Error(`${target} is not reached by the Tab key.`);
}
