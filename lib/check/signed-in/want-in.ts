import { type CheckRow, requeue } from "#lib/store/check/checks.ts";
import { wantLetIn } from "#lib/store/check/people/let-in.ts";
import { asOwner } from "#lib/store/check/write.ts";
import type { CheckDeps } from "../state/deps.ts";
import { leave } from "./enter.ts";

/** Those who wait now and nobody else: whoever asks later was not in the list that the owner saw. False: nobody waits. */
export async function wantThemIn({ store, now }: CheckDeps, row: CheckRow): Promise<boolean> {
  const key = row.facts?.targets[0]?.key;
  if (key === undefined) return false;
  const wanted = await asOwner(store, row.id, now(), (on) => wantLetIn(on, key));
  return (wanted ?? 0) > 0;
}

/** Who was let in by then stays in. The run that was at it, or waits for the server's limit, settles what is left. */
export async function stopLetIn(deps: CheckDeps, id: string): Promise<boolean> {
  if (!(await leave(deps, id, ["let-in"]))) return false;
  await asOwner(deps.store, id, deps.now(), (on) => requeue(on));
  await deps.wake(id);
  return true;
}
