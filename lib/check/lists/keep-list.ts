import { type Fact, gap, type Known, known, type Source } from "#lib/domain/evidence/fact.ts";
import type { Person } from "#lib/domain/evidence/person.ts";
import type { ListRead } from "#lib/domain/evidence/side.ts";
import type { EndStep, PageStep } from "#lib/fediverse/follower-list/pages.ts";
import { defined } from "#lib/flow/defined.ts";
import { saveCursor } from "#lib/store/check/checks.ts";
import { savePeople } from "#lib/store/check/people/people.ts";
import { dropUnread } from "#lib/store/check/reset-for-recheck.ts";
import { staleAll } from "#lib/store/check/servers.ts";
import type { Writing } from "#lib/store/check/write.ts";
import { readingBefore } from "../again/keep-check.ts";
import { saveWhole } from "../judge/judge.ts";
import { countAsked } from "../signed-in/asked.ts";
import type { Run } from "../state/run-lease.ts";
import {
  count,
  type ListName,
  type ListPlace,
  type RunState,
  readAt,
  setSide,
  sideOf,
  stepOf,
} from "../state/run-state.ts";
import { personOf } from "./person-of.ts";

/** A long list of which a look has read as much as it needs. */
export async function keepList(run: Run, runState: RunState, which: ListName, list: Known<ListRead>): Promise<void> {
  const place = { cursor: null, read: list.value.read, ended: { complete: true } };
  await keep(run, runState, which, place, list, [], {});
}

export async function keepPages(
  run: Run,
  runState: RunState,
  which: ListName,
  group: readonly [PageStep, ...PageStep[]],
): Promise<void> {
  const pages = group.map(({ rows }) => rows.flatMap((row) => personOf(runState, which, row)));
  const people = pages.flat();
  const before = runState.places[which];
  const placed = group.findLastIndex(({ cursor }) => cursor !== null);
  const tail = pages.slice(placed + 1).flat().length;
  const place: ListPlace = {
    ...defined({ signedIn: before.signedIn || undefined }),
    cursor: group[placed]?.cursor ?? before.cursor,
    read: before.read + people.length - tail,
    tail,
  };
  const { source } = group[0];
  const list = known(readSoFar(runState, which, readAt(place), true), source);
  await keep(run, runState, which, place, list, people, { signedIn: before.signedIn ? group.length : 0 });
}

export async function keepEnd(run: Run, runState: RunState, which: ListName, end: EndStep): Promise<void> {
  const read = readAt(runState.places[which]);
  const ended = { complete: end.complete, ...defined({ gap: end.gap }) };
  const now = endedList(runState, which, end);
  const before = readingBefore(runState.row, which, now, run.deps.now());
  const place = { cursor: null, read, ended };
  await keep(run, runState, which, place, before ?? now, [], { dropUnread: before === undefined });
}

export async function keepStumble(run: Run, runState: RunState, which: ListName): Promise<void> {
  const place = { ...runState.places[which], tail: 0, missed: (runState.places[which].missed ?? 0) + 1 };
  runState.places[which] = place;
  await run.inTurn(() => run.write(stepOf(which), (on) => saveCursor(on, stepOf(which), place)));
}

function endedList(
  runState: RunState,
  which: ListName,
  { complete, gap: why, source, counted }: EndStep,
): Fact<ListRead> {
  const read = readAt(runState.places[which]);
  const before = sideOf(runState, which)?.list;
  const from: Source | undefined = before?.known ? before.source : source;
  if (read === 0 && !complete) return gap(why ?? "bad-answer", source);
  const stoppedBy = complete ? undefined : (why ?? "bad-answer");
  const value = { ...readSoFar(runState, which, read, false), ...defined({ count: counted, stoppedBy }) };
  return { ...known(value, from ?? { kind: "network", at: runState.facts.now }), complete };
}

function readSoFar(runState: RunState, which: ListName, read: number, stillReading: boolean): ListRead {
  const account = sideOf(runState, which)?.account;
  const total = account?.known ? account.value.followers : undefined;
  return { read, ...defined({ count: total, stillReading }) };
}

/** `dropUnread`: whom this reading did not meet has left the list. `signedIn`: pages read with the mover's own account. */
type Also = { readonly dropUnread?: boolean; readonly signedIn?: number };

async function keep(
  run: Run,
  runState: RunState,
  which: ListName,
  place: ListPlace,
  list: Fact<ListRead>,
  people: readonly Person[],
  also: Also,
): Promise<void> {
  const step = stepOf(which);
  await run.inTurn(() =>
    run.write(step, async (on) => {
      const first = runState.places[which].read === 0;
      runState.places[which] = place;
      setSide(runState, which, { list });
      const total = list.known ? (list.value.count ?? null) : null;
      count(runState, step, readAt(place), place.ended ? place.read : total);
      await savePeople(on, people);
      await keepAlso(on, runState, which, also);
      await saveCursor(on, step, place);
      await saveWhole(on, runState);
      // What a list that begins or ends says about those who are not in it holds for everybody.
      if (first || place.ended) await staleAll(on);
    }),
  );
}

async function keepAlso(on: Writing, { row: { reading } }: RunState, which: ListName, also: Also): Promise<void> {
  if (also.dropUnread && which === "old" && reading > 0) await dropUnread(on, reading);
  if (also.signedIn) await countAsked(on, which, { list: also.signedIn });
}
