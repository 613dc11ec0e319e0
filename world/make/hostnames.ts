import { hash } from "./hash.ts";

const FIRST = [
  "kiwi",
  "lake",
  "moss",
  "north",
  "ember",
  "tiny",
  "blue",
  "cloud",
  "paper",
  "stone",
  "river",
  "fox",
  "mint",
  "hill",
  "oak",
  "amber",
];
const LAST = [
  "social",
  "town",
  "garden",
  "cafe",
  "space",
  "club",
  "works",
  "haus",
  "lab",
  "coop",
  "place",
  "room",
  "choir",
  "press",
  "camp",
  "net",
];
const BEFORE = ["social", "mastodon", "m", "fedi", "masto", "mk", "people", "s"];

const pick = (words: readonly string[], chance: number) => words[chance % words.length] ?? "x";

/** A name no two servers share, under a top-level domain that is nobody's. */
export function hostname(seed: number, rank: number): string {
  const chance = hash(`${seed} name ${rank}`);
  const top = chance % 2 ? "example" : "test";
  const body = `${pick(FIRST, chance >>> 3)}-${pick(LAST, chance >>> 9)}${rank.toString(36)}`;
  if (chance % 500 === 7) return `xn--${pick(FIRST, chance >>> 5)}-${rank.toString(36)}-kva.${top}`;
  return chance % 100 < 57 ? `${pick(BEFORE, chance >>> 14)}.${body}.${top}` : `${body}.${top}`;
}
