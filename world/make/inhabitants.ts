import { hash, share } from "./hash.ts";
import type { Parameters } from "./presets.ts";
import type { PersonSpec } from "./scenario.ts";

export const ELSEWHERE = "elsewhere.example";

const NAMES = [
  "ada",
  "ben",
  "cleo",
  "dev",
  "eli",
  "fay",
  "gus",
  "hana",
  "ivo",
  "june",
  "kai",
  "lea",
  "mio",
  "noor",
  "ola",
  "pia",
];

/** A bare name for most; a description where something is special about somebody. */
export function person(key: string, at: number, wanted: Parameters): string | PersonSpec {
  const user = `${NAMES[hash(key) % NAMES.length]}${at || ""}`;
  const chance = share(`special ${key}`);
  let below = 0;
  for (const [part, special] of SPECIAL) {
    below += wanted[part];
    if (chance < below) return { user, ...special(user, key) };
  }
  return user;
}

type Special = "deleted" | "suspended" | "movedOn" | "locked" | "bots" | "ghosts" | "followsBoth" | "blocksNew";
const SPECIAL: readonly (readonly [Special, (user: string, key: string) => Omit<PersonSpec, "user">])[] = [
  ["deleted", () => ({ fate: "deleted" })],
  ["suspended", () => ({ fate: "suspended" })],
  ["movedOn", (user, key) => ({ movedTo: `${user}-${hash(key).toString(36)}@${ELSEWHERE}` })],
  ["locked", () => ({ locked: true })],
  ["bots", () => ({ bot: true })],
  ["ghosts", () => ({ ghost: true })],
  ["followsBoth", () => ({ alsoFollowsNew: true })],
  ["blocksNew", () => ({ blocksNew: true })],
];

/** Accounts that followers moved to, and that follow nobody here. */
export const newHomes = (people: readonly (string | PersonSpec)[], host: string): readonly PersonSpec[] =>
  people.flatMap((who) =>
    typeof who !== "string" && who.movedTo
      ? [{ user: who.movedTo.split("@")[0] ?? "", aliases: [`${who.user}@${host}`] }]
      : [],
  );
