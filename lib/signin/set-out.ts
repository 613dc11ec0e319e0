import { keepAttempt } from "#lib/store/signin/attempts.ts";
import type { AppDeps } from "./apps.ts";
import { ATTEMPT_MINUTES, type Attempt, cookieOf, hashOf, type LookAttempt, random } from "./attempt.ts";
import { NotAsked, wasUnasked } from "./gate-fetch.ts";
import type { NoWay } from "./ways.ts";

/** Why nobody was sent away. `until`: when trying again makes sense. */
export type NotBegun =
  | NoWay
  | "by-hand-alone"
  | "at-work"
  | "not-yet"
  | "unreachable"
  | "busy"
  | "elsewhere"
  | "no-app";
/** What another try may end. All else is so for good, or until somebody changes something there. */
const PASSING: ReadonlySet<NotBegun> = new Set<NotBegun>(["at-work", "not-yet", "unreachable", "busy", "no-app"]);
export const isPassing = (why: NotBegun): boolean => PASSING.has(why);

export type Begun =
  | { readonly ok: true; readonly url: string; readonly cookie: { readonly name: string; readonly value: string } }
  | { readonly ok: false; readonly why: NotBegun; readonly until?: string };

type Unbound<T> = T extends unknown ? Omit<T, "binder"> : never;
/** Where somebody is sent, and what the way back is to be checked with. */
export type Left = { readonly url: string; readonly attempt: Unbound<Attempt | LookAttempt> };

/** Everything is prepared, so that what can be known to fail does so here and not on a page of that server. */
export async function setOut(
  deps: AppDeps,
  checkId: string,
  state: string,
  leaving: () => Promise<Left | { readonly why: NotBegun }>,
): Promise<Begun> {
  try {
    const left = await leaving();
    return "why" in left ? { ok: false, ...left } : await keep(deps, checkId, state, left);
  } catch (error) {
    if (!(error instanceof NotAsked)) throw error;
    const until = error.until === undefined ? {} : { until: error.until };
    return { ok: false, why: whyOf(error), ...until };
  }
}

async function keep({ store, seal, now }: AppDeps, checkId: string, state: string, left: Left): Promise<Begun> {
  const [stateHash, binder] = [hashOf(state), random()];
  const attempt = { ...left.attempt, binder: hashOf(binder) };
  const until = new Date(now().getTime() + ATTEMPT_MINUTES * 60_000);
  await keepAttempt(store, { stateHash, checkId, sealed: seal.close(attempt, stateHash), until });
  return { ok: true, url: left.url, cookie: { name: cookieOf(stateHash), value: binder } };
}

function whyOf(error: NotAsked): NotBegun {
  // A server that is left alone was silent a moment ago.
  return wasUnasked(error) && error.why !== "paused" ? "busy" : "unreachable";
}
