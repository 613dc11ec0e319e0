import { countUnmatched } from "#lib/store/check/people/names.ts";
import { savePeople } from "#lib/store/check/people/people.ts";
import { joinSamePeople } from "#lib/store/check/people/same-people.ts";
import { saveWhole } from "../judge/judge.ts";
import type { Run } from "../state/run-lease.ts";
import { NOWHERE, type RunState, sideOf } from "../state/run-state.ts";
import { listPages } from "./list-pages.ts";
import { personOf } from "./person-of.ts";

/**
 * People who migrate while both lists are read stand in neither reading. People who came since are on the new list's
 * first page, so that one is read again at the end.
 */
export async function collectLatest(run: Run, runState: RunState): Promise<void> {
  const side = sideOf(runState, "new");
  if (!side?.acct || !side.account.known || !runState.places.new.ended?.complete) return;
  const first = await listPages(run, side, NOWHERE).next();
  if (first.done || first.value.kind !== "page") return;
  const people = first.value.rows.flatMap((row) => personOf(runState, "new", row));
  await run.inTurn(() => run.write("collect-latest", (on) => savePeople(on, people)));
}

/** Only where both lists have ended is it known who stands in them under two names. */
export async function joinNames(run: Run, runState: RunState): Promise<void> {
  await run.inTurn(() =>
    run.write("join-names", async (on) => {
      for (const host of await joinSamePeople(on)) runState.summaries.delete(host);
      runState.unmatched = await countUnmatched(on);
      await saveWhole(on, runState);
    }),
  );
}
