import type { Software } from "#lib/domain/evidence/evidence.ts";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import type { Family } from "#lib/domain/readings/reading.ts";

/** Forks that keep their parent's rules; most of them call themselves by the parent's name anyway. */
const FAMILIES: Readonly<Record<string, Family>> = {
  mastodon: "mastodon",
  hometown: "mastodon",
  glitch: "mastodon",
  ecko: "mastodon",
  fedibird: "mastodon",
  kmyblue: "mastodon",
  gotosocial: "gotosocial",
  misskey: "misskey",
  sharkey: "misskey",
  firefish: "misskey",
  calckey: "misskey",
  cherrypick: "misskey",
  catodon: "misskey",
  iceshrimp: "misskey",
  foundkey: "misskey",
};

export const familyOf = (software: Pick<Software, "name">): Family => FAMILIES[software.name.toLowerCase()] ?? "other";

/** Null where the server did not say what it runs. */
export const familyOfFact = (software: Fact<Software> | undefined): Family | null =>
  software?.known ? familyOf(software.value) : null;
