import { type CauseId, RULES_VERSION } from "#lib/causes/index.ts";
import { countUp, judgeMove, judgeServer, tallyUp } from "#lib/causes/judge.ts";
import type { Evidence } from "#lib/contract/evidence.ts";
import type { Counts, MoveVerdict, ServerVerdict } from "#lib/domain/diagnosis/verdict.ts";
import { nothingAsked } from "#lib/domain/evidence/evidence.ts";

export type Rejudged = {
  readonly rules: string;
  readonly move: MoveVerdict;
  readonly counts: Counts;
  readonly servers: readonly ServerVerdict<CauseId>[];
};

/** How the move looks may change once by the people; it never goes back and forth. */
const MOST_ROUNDS = 3;

/** Judges stored evidence by the rules of today. Nothing is asked and nothing is kept. */
export function rejudge({ check, servers, people }: Evidence): Rejudged {
  const asked = new Map(servers.map((facts) => [facts.host, facts]));
  const byHost = [...Map.groupBy(people, ({ server }) => server)];
  let move = judgeMove(check);
  for (let round = 1; ; round++) {
    const judged = byHost.map(([host, some]) => judgeServer(check, move, asked.get(host) ?? nothingAsked(host), some));
    const before = move.state;
    move = judgeMove(check, tallyUp(check, judged));
    if (move.state === before || round === MOST_ROUNDS)
      return { rules: RULES_VERSION, move, counts: countUp(check, judged), servers: judged };
  }
}
