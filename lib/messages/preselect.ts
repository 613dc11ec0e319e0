import { causeOf } from "#lib/causes/index.ts";
import type { Addressee } from "./contact.ts";
import { daysBetween } from "./day.ts";

/** Why somebody who may be written to is not ticked beforehand. The mover may still tick that person by hand. */
export const NOT_TICKED = [
  "not-followed",
  "no-bots",
  "no-index",
  "approves-by-hand",
  "bot",
  "silent",
  "new-address",
] as const;
export type NotTicked = (typeof NOT_TICKED)[number];

const SILENT_DAYS = 365;

export function whyNotTicked(person: Addressee, now: string): NotTicked | null {
  const { bot, locked, noindex, nobot, lastPostAt } = person.profile ?? {};
  const reasons: readonly (readonly [NotTicked, boolean | undefined])[] = [
    ["not-followed", !person.youFollow],
    ["no-bots", nobot],
    ["no-index", noindex],
    ["approves-by-hand", locked],
    ["bot", bot],
    ["silent", lastPostAt !== undefined && daysBetween(lastPostAt, now) > SILENT_DAYS],
    ["new-address", causeOf(person.cause)?.showsNewAddress],
  ];
  return reasons.find(([, holds]) => holds)?.[0] ?? null;
}
