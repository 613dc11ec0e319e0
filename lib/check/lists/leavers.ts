import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import { dropLeavers } from "#lib/store/check/people/leavers.ts";
import type { Run } from "../state/run-lease.ts";
import type { RunState } from "../state/run-state.ts";

/**
 * A plan that is read again keeps everybody from the time before, for the move may have been made meanwhile and have
 * emptied the list. Where the list was read to its end and the account is seen to be where it was, who is not in it any
 * more has left by himself, and is nobody to be missed after the move.
 */
export async function forgetLeavers(run: Run, { facts, row }: RunState): Promise<void> {
  if (!isUnmoved(facts) || row.input.before?.kind !== undefined) return;
  await run.inTurn(() => run.write("collect-old", dropLeavers));
}

const isUnmoved = ({ mode, old }: CheckFacts): boolean =>
  mode === "planned" &&
  old.list.known &&
  old.list.complete === true &&
  old.list.value.read > 0 &&
  old.account.known &&
  old.account.value.movedTo === null;
