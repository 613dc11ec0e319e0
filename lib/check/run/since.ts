import type { AskedAbout } from "#lib/domain/evidence/evidence.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import { type AskedTwice, arrivedSince, askedTwice } from "#lib/store/check/since.ts";
import type { Store } from "#lib/store/open/store.ts";

type Changes = NonNullable<CheckRow["changes"]>;
export const NO_CHANGES: Changes = { arrived: [], servers: [], net: 0 };

/** What is different from the time before. Nobody who left is named: there is a net number. */
export async function changesSince(store: Store, row: CheckRow, newList: number | null): Promise<Changes | null> {
  if (row.changes === null) return null;
  const [arrived, twice] = await Promise.all([arrivedSince(store, row.id), askedTwice(store, row.id)]);
  const before = row.history.at(-1)?.newList ?? null;
  const net = newList === null || before === null ? 0 : newList - before;
  return { arrived, servers: twice.filter(saysOtherwise).map(({ host }) => host), net };
}

/** Where one of the two answers is unknown nothing is known to have changed. */
export function saysOtherwise({ before, now }: Omit<AskedTwice, "host">): boolean {
  const keys = Object.keys(now.onTarget);
  return (
    differ(before.onOld, now.onOld) || keys.some((key) => differ(before.onTarget?.[key] ?? {}, now.onTarget[key] ?? {}))
  );
}

function differ(before: AskedAbout | null, now: AskedAbout): boolean {
  const [was, is] = [before?.list, now.list];
  if (!was?.known || !is?.known) return false;
  return was.value.inbound !== is.value.inbound || was.value.outbound !== is.value.outbound;
}
