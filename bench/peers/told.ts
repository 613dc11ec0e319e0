import { here as cameAlong } from "#lib/causes/here.ts";
import { newServerBlocked } from "#lib/causes/new-server-blocked.ts";
import { oldServerBlocked } from "#lib/causes/old-server-blocked.ts";
import type { Pair } from "../accuracy/compare.ts";
import type { Suspends } from "./blocks.ts";
import { type Found, hostOf } from "./found.ts";

/** What a program found, in the words in which Housewarming's report names everybody, so that one measure serves for both. */
export function toldOf({ here, missing, suspends }: Found, old: string, target: string): readonly Pair["told"][] {
  return [
    ...here.map((acct) => ({ acct, cause: cameAlong.id, certainty: null, reach: "works" as const })),
    ...missing.map((acct) => ({ acct, certainty: null, ...verdictOn(suspends[hostOf(acct)], old, target) })),
  ];
}

function verdictOn(names: Suspends, old: string, target: string): Pick<Pair["told"], "cause" | "reach"> {
  if (names?.includes(target)) return { cause: newServerBlocked.id, reach: "blocked" };
  if (names?.includes(hostOf(old))) return { cause: oldServerBlocked.id, reach: "unknown" };
  return { cause: names ? "unexplained" : "unknown", reach: "unknown" };
}
