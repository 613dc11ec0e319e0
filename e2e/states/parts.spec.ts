import { writeFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { onStreet } from "../street.ts";
import { keep, readKept } from "./parts/album.ts";
import type { Looks } from "./parts/blocks.ts";
import { differencesOf } from "./parts/compare.ts";
import { type Darkroom, type Frame, openDarkroom } from "./parts/darkroom.ts";
import { dress, framesOf, openParts, type Pose, strike } from "./parts/pose.ts";
import { systemLetters } from "./parts/system-letters.ts";
import { WORLDS } from "./states.ts";

const street = onStreet({ asking: WORLDS.asking });
const test = street.extend<{ darkroom: Darkroom }>({
  darkroom: async ({ browser }, use) => {
    const darkroom = await openDarkroom(browser);
    await use(darkroom);
    await darkroom.close();
  },
});
test.use({ timezoneId: "UTC", locale: "en-US" });
// One after the other in one worker: they share the app.
test.describe.configure({ mode: "default" });

const RENEW =
  "Where this is meant: PROVE=1 npm run e2e -- states/parts --update-snapshots, and look at the page /parts.";

/** A component that changed has changed on a phone by day; the other pictures are for `npm run prove`. */
const wide = (colorScheme: string, width: number) => (colorScheme === "light" && width === 360 ? {} : { tag: "@wide" });

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [360, 1280])
    test(
      `every part looks as it did, ${colorScheme} at ${width} px`,
      wide(colorScheme, width),
      async ({ page, darkroom }, info) => {
        const isRenewed = info.config.updateSnapshots === "all" || info.config.updateSnapshots === "changed";
        const complaints: string[] = [];
        await openParts(page, { colorScheme, width });
        for (const pose of posesAt(width)) {
          const look = `${colorScheme}-${width}-${pose}`;
          const { png, frames, parts } = await take(page, darkroom, pose);
          if (isRenewed) await keep(darkroom, { look, width }, parts);
          for (const { part, what } of differencesOf(parts, await readKept(darkroom, { look, width }))) {
            const path = info.outputPath(`${look}-${part.replaceAll(/\W+/g, "-")}.png`);
            const frame = frames.get(part);
            if (frame) writeFileSync(path, await darkroom.cut(png, frame));
            complaints.push(`${part} (${look}) ${what}.${frame ? ` It looks like this now: ${path}` : ""}`);
          }
        }
        expect(complaints, RENEW).toEqual([]);
      },
    );

/** What the keyboard and the pointer change has no width. */
const posesAt = (width: number): readonly Pose[] => (width === 360 ? ["rest", "focus", "hover"] : ["rest"]);

/** A picture that no mistake changes would hold nothing: what is done to a part, in each pose. */
const MISTAKES: Readonly<Record<Pose, Readonly<Record<string, string>>>> = {
  rest: {
    "another colour": ".switch label:has(:checked) { background: var(--sunk) !important }",
    "a button that looks as if it could be pressed":
      ".btn[disabled] { background: var(--card) !important; color: var(--ink) !important }",
    "quiet words as dark as all others": "[aria-label=Field] .hint { color: var(--ink) !important }",
    "a line further down": "[aria-label=Note] p { translate: 0 4px }",
    "a mark that is gone": ".tag--good { visibility: hidden !important }",
    "a part that is gone": "[aria-label=Moment] { display: none !important }",
    "one house less": "[aria-label=Street] .ours { fill: none !important }",
  },
  focus: { "no ring of the keyboard": ".chip { outline: none !important }" },
  hover: { "nothing under the pointer": ".btn { background: var(--card) !important }" },
};
const MISTAKEN: Readonly<Record<Pose, readonly string[]>> = {
  rest: ["Button", "Field", "Choices", "Note", "Face, Address, tag", "Moment", "Street"],
  focus: ["chips"],
  hover: ["Button"],
};

test("a mistake is seen, in the part in which it is", async ({ page, darkroom }) => {
  const width = 360;
  await openParts(page, { colorScheme: "light", width });
  for (const pose of posesAt(width)) {
    const undress = await dress(page, Object.values(MISTAKES[pose]).join("\n"));
    const { parts } = await take(page, darkroom, pose);
    await undress();
    const kept = await readKept(darkroom, { look: `light-${width}-${pose}`, width });
    expect(differencesOf(parts, kept).map(({ part }) => part)).toEqual(MISTAKEN[pose]);
  }
});

test("no part has letters in a face of the machine", async ({ page }) => {
  await openParts(page, { colorScheme: "light", width: 360 });
  expect(await systemLetters(page)).toEqual([]);
});

type Taken = {
  readonly png: Buffer;
  readonly frames: ReadonlyMap<string, Frame>;
  readonly parts: ReadonlyMap<string, Looks>;
};

async function take(page: Page, darkroom: Darkroom, pose: Pose): Promise<Taken> {
  const letGo = await strike(page, pose);
  const frames = await framesOf(page);
  const png = await page.screenshot({ fullPage: true, animations: "disabled", scale: "css" });
  await letGo();
  const blocks = await darkroom.shrink(png, [...frames.values()]);
  const parts = [...frames].flatMap(([part, { width, height }], at): [string, Looks][] => {
    const own = blocks[at];
    return own ? [[part, { size: { width, height }, blocks: own }]] : [];
  });
  return { png, frames, parts: new Map(parts) };
}
