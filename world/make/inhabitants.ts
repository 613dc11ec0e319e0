import { hash, share } from "./hash.ts";
import type { Parameters } from "./presets.ts";
import type { PersonSpec } from "./scenario.ts";

export const OLD = "old.test";
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
export function person(key: string, at: number, wanted: Parameters, numbered: boolean): string | PersonSpec {
  const user = `${NAMES[hash(key) % NAMES.length]}${at || ""}`;
  const chance = share(`special ${key}`);
  let below = 0;
  for (const [part, special] of SPECIAL) {
    below += wanted[part];
    if (chance < below) return { user, ...special(user, key, wanted) };
  }
  return numbered && share(`renamed ${key}`) < wanted.renamed ? { user, knownAs: { [OLD]: `${user}-before` } } : user;
}

type Special =
  | "deleted"
  | "suspended"
  | "remembered"
  | "movedOn"
  | "locked"
  | "bots"
  | "ghosts"
  | "followsBoth"
  | "blocksNew";
type Make = (user: string, key: string, wanted: Parameters) => Omit<PersonSpec, "user">;
const SPECIAL: readonly (readonly [Special, Make])[] = [
  ["deleted", () => ({ fate: "deleted" })],
  [
    "suspended",
    (_, key, { quietly }) => ({
      fate: "suspended",
      ...(share(`quietly ${key}`) < quietly ? { newsStayedHome: true } : {}),
    }),
  ],
  ["movedOn", (user, key) => ({ movedTo: `${user}-${hash(key).toString(36)}@${ELSEWHERE}` })],
  ["locked", () => ({ locked: true })],
  ["remembered", () => ({ fate: "memorial" })],
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
