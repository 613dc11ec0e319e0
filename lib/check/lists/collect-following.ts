import type { Person } from "#lib/domain/evidence/person.ts";
import { splitAcct } from "#lib/domain/names/acct.ts";
import { readFollowing } from "#lib/fediverse/follower-list/list.ts";
import type { Row } from "#lib/fediverse/question/adapter.ts";
import { adapterFor } from "#lib/fediverse/software/index.ts";
import { saveCursor } from "#lib/store/check/checks.ts";
import { readPeople, savePeople } from "#lib/store/check/people/people.ts";
import type { Run } from "../state/run-lease.ts";
import { type RunState, sideOf } from "../state/run-state.ts";

const STEP = "following";
/** Some four thousand people on Mastodon: more is a directory, not people one knows. */
const MOST_PAGES = 50;

/**
 * Whom the mover follows on the new account. Of that list only those stay who are followers as well: they come first on
 * pages, and to write to them is no imposition. A hidden list costs nothing but that order.
 */
export async function collectFollowing(run: Run, runState: RunState): Promise<void> {
  const side = sideOf(runState, "new");
  if (!side?.acct || !side.account.known || runState.row.cursor[STEP]) return;
  const [user] = splitAcct(side.acct);
  const of = { server: { host: side.host, webHost: side.webHost }, user, account: side.account.value };
  const adapter = adapterFor(side.software.known ? side.software.value : undefined);
  let pages = 0;
  for await (const step of readFollowing(adapter, run.deps.gate, of, { own: true, signal: run.signal })) {
    if (run.signal.aborted) return;
    if (step.kind === "end" || ++pages > MOST_PAGES) break;
    await keep(run, step.rows);
  }
  await run.inTurn(() => run.write(STEP, (on) => saveCursor(on, STEP, { done: true })));
}

async function keep(run: Run, rows: readonly Row[]): Promise<void> {
  const accts = rows.flatMap(({ acct }) => acct ?? []);
  await run.inTurn(async () => {
    const met = await readPeople(run.deps.store, run.id, accts);
    const followed = met.filter(({ known, youFollow }) => known && !youFollow);
    const people = followed.map(({ acct, server }): Person => ({ acct, server, in: [], youFollow: true }));
    if (people.length > 0) await run.write(STEP, (on) => savePeople(on, people));
  });
}
