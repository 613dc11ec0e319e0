import { type FollowerLocale, isFollowerLocale } from "./locales.ts";

/** Texts for which a language is chosen: admins, followers and friends need not read the same one. */
export const TEXT_PARTS = ["everybody", "names", "known", "admins"] as const;
export type TextPart = (typeof TEXT_PARTS)[number];
export type TextChoice = Readonly<Partial<Record<TextPart, FollowerLocale>>>;

/** As the cookie keeps it: `names.ja~admins.de`. What cannot be read was never chosen. */
export function readTextChoice(kept: string | null | undefined): TextChoice {
  const pairs = (kept ?? "")
    .slice(0, 200)
    .split("~")
    .map((pair) => pair.split("."));
  return Object.fromEntries(
    pairs.filter(([part, locale]) => TEXT_PARTS.some((one) => one === part) && isFollowerLocale(locale)),
  );
}

/** What to keep from now on, or null where nothing was chosen. */
export function keepTextChoice(kept: string | null | undefined, asked: string | null): string | null {
  const choice = readTextChoice(asked);
  if (Object.keys(choice).length === 0) return null;
  return Object.entries({ ...readTextChoice(kept), ...choice })
    .map((pair) => pair.join("."))
    .join("~");
}
