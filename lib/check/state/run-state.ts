import { RULES_VERSION } from "#lib/causes/index.ts";
import { judgeMove } from "#lib/causes/judge.ts";
import type { Step, Wait } from "#lib/contract/check-state.ts";
import { STEP_IDS } from "#lib/contract/check-state.ts";
import type { MoveVerdict, ServerSummary } from "#lib/domain/diagnosis/verdict.ts";
import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import type { Gap } from "#lib/domain/evidence/fact.ts";
import type { Side } from "#lib/domain/evidence/side.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import type { Cursor } from "#lib/fediverse/follower-list/pages.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";

/** How far a list was read, as stored with every page. `cursor` null: from the start. */
export type ListPlace = {
  readonly cursor: Cursor | null;
  readonly read: number;
  /** Read after the last place that can be gone on from: who goes on there reads them again. */
  readonly tail?: number;
  /** How often the same page has not come. */
  readonly missed?: number;
  /** Read with the account's own token from here on: a stranger is shown no more of it. */
  readonly signedIn?: true;
  readonly ended?: { readonly complete: boolean; readonly gap?: Gap };
};
export type ListName = "old" | "new";
export const NOWHERE: ListPlace = { cursor: null, read: 0 };
export const readAt = ({ read, tail = 0 }: ListPlace): number => read + tail;
export const stepOf = (which: ListName): "collect-old" | "collect-new" => `collect-${which}`;

/** What a run holds in memory of its check. Rows are the truth; every change of the run state is written with them. */
export type RunState = {
  readonly row: CheckRow;
  facts: CheckFacts;
  readonly places: Record<ListName, ListPlace>;
  /** Actor addresses seen so far: lists name the same person by address here and by handle there. */
  readonly uris: Map<string, Acct>;
  readonly steps: Map<Step["id"], Step>;
  readonly waits: Map<string, Wait>;
  move: MoveVerdict;
  /** By whose rules the check counts as judged once this is written. */
  rules: string;
  /** So many people without a name may be some of the missing. */
  unmatched: number;
  /** What each server adds to the counts. */
  readonly summaries: Map<Host, Pick<ServerSummary, "host" | "towards">>;
};

export function openRunState(row: CheckRow, facts: CheckFacts): RunState {
  const place = (which: ListName): ListPlace => ({
    ...((row.cursor[stepOf(which)] as ListPlace | undefined) ?? NOWHERE),
    tail: 0,
  });
  const kept = new Map(row.steps.map((step) => [step.id, step as Step]));
  return {
    row,
    facts,
    places: { old: place("old"), new: place("new") },
    uris: new Map(),
    steps: new Map(STEP_IDS.map((id) => [id, kept.get(id) ?? { id, done: 0, total: null }])),
    waits: new Map(),
    move: row.move ?? judgeMove(facts),
    rules: RULES_VERSION,
    unmatched: 0,
    summaries: new Map(),
  };
}

/** What the check's row shows of the run state. */
export const pageOf = ({ facts, steps, waits }: RunState) => ({
  facts,
  steps: [...steps.values()],
  waits: [...waits.values()],
});

export function count(runState: RunState, id: Step["id"], done: number, total?: number | null): void {
  const step = runState.steps.get(id);
  runState.steps.set(id, { id, done, total: total === undefined ? (step?.total ?? null) : total });
}

export function setSide(runState: RunState, which: ListName, change: Partial<Side>): void {
  const { facts } = runState;
  runState.facts =
    which === "old"
      ? { ...facts, old: { ...facts.old, ...change } }
      : { ...facts, targets: facts.targets.map((side, at) => (at === 0 ? { ...side, ...change } : side)) };
}

export const sideOf = ({ facts }: RunState, which: ListName): Side | undefined =>
  which === "old" ? facts.old : facts.targets[0];
