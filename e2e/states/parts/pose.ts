import type { Page } from "@playwright/test";
import type { Frame } from "./darkroom.ts";

/** How everything that can be pressed stands: left alone, under the keyboard, or under the pointer. */
const POSES = { rest: [], focus: ["focus", "focus-visible"], hover: ["hover"] } as const;
export type Pose = keyof typeof POSES;

/**
 * Letters are drawn alike on every machine: as outlines with a thick stroke, which no machine sharpens in its own way,
 * and without rounding their widths. Their colour is seen better so, too.
 */
const OUTLINED = `*, ::before, ::after, ::placeholder {
  text-rendering: geometricPrecision !important;
  -webkit-text-stroke: 0.12em !important;
  paint-order: stroke fill;
}`;

const PART = "#main section[aria-label]";
const PRESSED = "#main :is(a[href], button, input, select, summary, textarea):not(:disabled)";
/** Room around a part, for a ring of the keyboard that goes beyond it. */
const AROUND = 8;

export type Look = { readonly colorScheme: "light" | "dark"; readonly width: number };

export async function openParts(page: Page, { colorScheme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.goto("/parts");
  await dress(page, OUTLINED);
  // The reader's own clock is asked once the scripts are at work.
  await page.locator("#main time").first().filter({ hasNotText: "UTC" }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.locator(`${PART}, #main h1`).evaluateAll(standOnPixels);
}

/** What begins between two pixels is drawn otherwise: no part may look different because one above it has grown. */
const standOnPixels = (parts: HTMLElement[]): void => {
  for (const part of parts) part.style.height = `${Math.ceil(part.getBoundingClientRect().height)}px`;
};

/** With these rules beside the page's own, until they are taken off. */
export async function dress(page: Page, css: string): Promise<() => Promise<void>> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);
  return () => page.evaluate(() => void document.adoptedStyleSheets.pop());
}

/** Held until it is let go. */
export async function strike(page: Page, pose: Pose): Promise<() => Promise<void>> {
  const tools = await page.context().newCDPSession(page);
  await tools.send("DOM.enable");
  await tools.send("CSS.enable");
  const { root } = await tools.send("DOM.getDocument", { depth: 0 });
  const { nodeIds } = await tools.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: PRESSED });
  for (const nodeId of nodeIds)
    await tools.send("CSS.forcePseudoState", { nodeId, forcedPseudoClasses: [...POSES[pose]] });
  return () => tools.detach();
}

/** Where each part stands on the whole page, by its name. */
export async function framesOf(page: Page): Promise<ReadonlyMap<string, Frame>> {
  const all = await page.locator(PART).evaluateAll(
    (sections, around) =>
      sections.map((section) => {
        const box = section.getBoundingClientRect();
        const [left, top] = [Math.round(box.left) - around, Math.round(box.top + scrollY) - around];
        const [width, height] = [Math.round(box.width) + 2 * around, Math.round(box.height) + 2 * around];
        return [section.getAttribute("aria-label") ?? "", { x: left, y: top, width, height }] as const;
      }),
    AROUND,
  );
  return new Map(all);
}
