import type { MoveVerdict, ServerSummary, ServerVerdict } from "#lib/domain/diagnosis/verdict.ts";
import type { CheckFacts, ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import * as server from "#lib/domain/judging/judge-server.ts";
import * as plans from "#lib/domain/judging/planned.ts";
import { CAUSES, type CauseId } from "./index.ts";

export { countUp } from "#lib/domain/judging/report.ts";
export { judgeMove } from "#lib/domain/move/judge-move.ts";
export { tallyUp } from "#lib/domain/move/tally.ts";

/** One server and all its people, newcomers included. Pure: the same facts, the same verdicts. */
export const judgeServer = (
  check: CheckFacts,
  move: MoveVerdict,
  facts: ServerFacts,
  people: readonly Person[],
): ServerVerdict<CauseId> => server.judgeServer(CAUSES, check, move, facts, people);

/** The same in slices of a few milliseconds, for servers with very many people. */
export const judgeInSlices = (
  check: CheckFacts,
  move: MoveVerdict,
  facts: ServerFacts,
  people: readonly Person[],
): Generator<undefined, ServerVerdict<CauseId>> => server.judgeInSlices(CAUSES, check, move, facts, people);

/** A planned check's answer: what each candidate would mean, what staying means, and who is lost whatever one does. */
export const planned = (
  check: CheckFacts,
  move: MoveVerdict,
  servers: readonly Pick<ServerSummary, "host" | "towards">[],
): plans.Planned<CauseId> => plans.planned(CAUSES, check, move, servers);
