import type { SaidBy } from "#lib/domain/evidence/answers.ts";
import { nothingAsked, type ServerFacts } from "#lib/domain/evidence/evidence.ts";
import { type Fact, isPassing } from "#lib/domain/evidence/fact.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import type { Adapter } from "#lib/fediverse/question/adapter.ts";
import { findServers } from "#lib/store/check/find-servers.ts";
import { type ServerRow, saveFacts } from "#lib/store/check/servers.ts";
import type { Run } from "../state/run-lease.ts";
import type { RunState } from "../state/run-state.ts";

/** What is asked at the new server with the owner's token. */
export type Asking = {
  readonly run: Run;
  readonly runState: RunState;
  readonly pass: Pass;
  readonly side: Side;
  readonly adapter: Adapter;
  /** When the owner signed in. */
  readonly since: string;
};

/** Asked since the owner signed in, or answered before: who was out of reach at an earlier sign-in is asked again. */
export const isAsked = (fact: Fact<unknown> | undefined, { since }: Pick<Asking, "since">): boolean =>
  fact !== undefined && !(isPassing(fact) && (fact.source?.at ?? "") < since);

/** Its owner may give it back while servers are asked one after the other. */
export const isStillIn = async ({ run }: Pick<Asking, "run">): Promise<boolean> =>
  !run.signal.aborted && (await run.deps.tokens.of(run.id, "new")) !== undefined;

const MOST_SERVERS = 20_000;

/** Servers where somebody is missing, those with most of them first. */
export const missingAt = async ({ run }: Asking): Promise<readonly ServerRow[]> =>
  (await findServers(run.deps.store, run.id, { limit: MOST_SERVERS, missing: true })).items;

export type Answer = readonly [ServerRow, SaidBy];

export async function keepAnswers({ run, side }: Asking, answers: readonly Answer[]): Promise<void> {
  const changed = answers.map(([{ host, facts }, said]): ServerFacts => {
    const before = facts ?? nothingAsked(host);
    return { ...before, byTarget: { ...before.byTarget, [side.key]: { ...before.byTarget[side.key], ...said } } };
  });
  await run.inTurn(() => run.write("new-server", (on) => saveFacts(on, changed)));
}
