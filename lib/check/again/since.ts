import type { AskedAbout } from "#lib/domain/evidence/answers.ts";
import type { ServerFacts } from "#lib/domain/evidence/evidence.ts";
import type { CheckRow } from "#lib/store/check/checks.ts";
import { type AskedTwice, arrivedSince, askedTwice, verdictsSince } from "#lib/store/check/since.ts";
import type { Store } from "#lib/store/open/store.ts";

type Changes = NonNullable<CheckRow["changes"]>;
export const NO_CHANGES: Changes = { arrived: [], servers: [], net: 0 };

/** What is different from the time before. Nobody who left is named: there is a net number. */
export async function changesSince(store: Store, row: CheckRow, newList: number | null): Promise<Changes | null> {
  if (row.changes === null) return null;
  const [arrived, twice, verdicts] = await Promise.all([
    arrivedSince(store, row.id),
    askedTwice(store, row.id),
    verdictsSince(store, row.id),
  ]);
  const before = row.history.at(-1)?.newList ?? null;
  const net = newList === null || before === null ? 0 : newList - before;
  const hosts = (holds: (one: AskedTwice) => boolean) => twice.filter(holds).map(({ host }) => host);
  return { arrived, servers: hosts(saysOtherwise), net, answered: hosts(answersAgain), verdicts };
}

/** For the history, which outlives what is told about one reading. */
export const changedBy = ({ arrived, servers, answered = [], verdicts }: Changes) => ({
  arrived: arrived.length,
  changed: servers.length + answered.length > 0 || Object.values(verdicts ?? {}).some((many) => many > 0),
});

/** It was silent the time before, and has answered this time. */
export const answersAgain = ({ before, now }: Omit<AskedTwice, "host">): boolean =>
  before.life?.known === true && before.life.value.state !== "alive" && isAlive(now.life);

const isAlive = (life: ServerFacts["life"]): boolean => life?.known === true && life.value.state === "alive";

/** Where one of the two answers is unknown nothing is known to have changed. */
export function saysOtherwise({ before, now }: Omit<AskedTwice, "host">): boolean {
  const keys = Object.keys(now.onTarget);
  return (
    differ(before.onOld, now.onOld) || keys.some((key) => differ(before.onTarget?.[key] ?? {}, now.onTarget[key] ?? {}))
  );
}

function differ(before: AskedAbout | null, now: AskedAbout): boolean {
  const [was, is] = [before?.list, now.list];
  if (!was?.known) return false;
  // Where the account itself is shown, the list may not have been asked for.
  if (is === undefined)
    return was.value.inbound === "blocked" && now.sight?.known === true && now.sight.value.seen === "known";
  if (!is.known) return false;
  return was.value.inbound !== is.value.inbound || was.value.outbound !== is.value.outbound;
}
