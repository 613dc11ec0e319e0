import type { Wait } from "#lib/contract/check-state.ts";
import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import { isUntried } from "#lib/domain/evidence/fact.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import type { CheckDeps } from "../state/deps.ts";
import { minding, type Until } from "./minding.ts";
import { resolve } from "./resolve.ts";
import { MOST_MISSED, missedBefore, tryAgain } from "./try-again.ts";

/** `missed`: how often the accounts were asked for in vain, this time included. */
export type Resolved = { readonly facts: CheckFacts } | { readonly wait: Wait; readonly missed?: number };

/** A check that began without the accounts would end without an answer, where an hour later there is one. */
export async function resolveOrWait(deps: CheckDeps, row: CheckRow): Promise<Resolved> {
  const minded = minding(deps.gate);
  const missed = missedBefore(row);
  const anew = missed > 0 ? { ownNotBefore: deps.now() } : {};
  const facts = await resolve({ ...deps, ...anew, gate: minded.gate }, row);
  const sides = moversSides(facts);
  const shut = sides.find(isShut);
  const alone = shut && [shut.host, shut.webHost].some(minded.leftAlone);
  const wait = minded.until() ?? (alone ? againIn(deps.now()) : undefined);
  if (shut && wait) return { wait: { host: shut.webHost, ...wait } };
  const again = missed < MOST_MISSED ? tryAgain(sides, minded, deps.now()) : undefined;
  return again ? { wait: again, missed: missed + 1 } : { facts };
}

/** Candidates are compared as far as they answer. */
const moversSides = ({ mode, old, targets }: CheckFacts): readonly Side[] =>
  mode === "moved" ? [old, ...targets] : [old];

const isShut = ({ software, account }: Side): boolean =>
  [software, account].some((fact) => !fact.known && (fact.gap === "over-budget" || isUntried(fact)));

/** The longest wait that anybody is told of. A pause that is longer is looked at again then. */
const LONGEST_MS = 3_600_000;
const againIn = (now: Date): Until => ({ until: new Date(now.getTime() + LONGEST_MS).toISOString(), why: "paused" });
