import type { Wait } from "#lib/contract/check-state.ts";
import type { CheckFacts } from "#lib/domain/evidence/evidence.ts";
import { type CheckRow, endCheck, patchCheck, saveCursor } from "#lib/store/check/checks.ts";
import { readTowards } from "#lib/store/check/find-servers.ts";
import { dropPeople } from "#lib/store/check/people/same-people.ts";
import { staleAll } from "#lib/store/check/servers.ts";
import type { Writing } from "#lib/store/check/write.ts";
import { mustKeepAway, proofIn } from "../accounts/proof.ts";
import { givenFacts } from "../accounts/resolve.ts";
import { type Resolved, resolveOrWait } from "../accounts/resolve-or-wait.ts";
import { RESOLVE } from "../accounts/try-again.ts";
import { keepCheck } from "../again/keep-check.ts";
import type { Run } from "../state/run-lease.ts";
import { count, openRunState, pageOf, type RunState } from "../state/run-state.ts";

export type Opened = { readonly runState: RunState } | { readonly wait: Wait };

/** What is known before the first list is read; nothing where there is nothing to read. */
export async function prepareRun(run: Run, row: CheckRow): Promise<Opened | undefined> {
  const resolved = await factsOf(run, row);
  if ("wait" in resolved) return waitFor(run, resolved);
  const { facts } = resolved;
  const runState = openRunState(row, facts);
  count(runState, "resolve", 1, 1);
  const accts = [facts.old, ...facts.targets].flatMap(({ acct }) => acct ?? []);
  const proof = proofIn(row, facts, run.deps.settings);
  await run.inTurn(() =>
    run.write("resolve", async (on) => {
      await patchCheck(on, { ...pageOf(runState), move: runState.move, accts, proof });
      // A list from before may name the mover's other account as a follower of the old one.
      await dropPeople(on, accts);
      await takeInput(on, row);
    }),
  );
  const end = mustKeepAway(facts, proof) ? "opted-out" : endBefore(row, facts);
  if (end) {
    await run.inTurn(() => run.write("resolve", (on) => endCheck(on, "failed", end)));
    return undefined;
  }
  for (const judged of await readTowards(run.deps.store, run.id)) runState.summaries.set(judged.host, judged);
  return { runState };
}

async function waitFor(run: Run, { wait, missed }: Extract<Resolved, { readonly wait: Wait }>): Promise<Opened> {
  if (missed !== undefined) await run.inTurn(() => run.write("missed", (on) => saveCursor(on, RESOLVE, missed)));
  return { wait };
}

const factsOf = async ({ deps }: Run, row: CheckRow): Promise<Resolved> =>
  row.facts
    ? { facts: { ...row.facts, ...givenFacts(row, deps.now()) } }
    : keepKnown(row, await resolveOrWait(deps, row), deps.now());

const keepKnown = (row: CheckRow, resolved: Resolved, now: Date): Resolved =>
  "wait" in resolved ? resolved : { facts: keepCheck(row.earlier, resolved.facts, now) };

/** The place among the cursors that says which input verdicts rest on. */
const JUDGED_WITH = "input";

/** What was handed in while another run was at work is in none of the verdicts which that run still wrote. */
async function takeInput(on: Writing, { cursor, inputRev }: CheckRow): Promise<void> {
  if (cursor[JUDGED_WITH] === inputRev) return;
  await staleAll(on);
  await saveCursor(on, JUDGED_WITH, inputRev);
}

/** Why there is nothing to read. A list from before is something to go by without the account. */
function endBefore(row: CheckRow, { old }: CheckFacts): "old-not-found" | undefined {
  const unknown = !old.account.known && old.account.gap === "never-met" && !old.actor.known;
  return unknown && row.input.before?.kind === undefined && row.history.length === 0 ? "old-not-found" : undefined;
}
