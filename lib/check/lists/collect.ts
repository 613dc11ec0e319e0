import type { ListRead, Person, Side } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known, type Source } from "#lib/domain/evidence/fact.ts";
import type { Pass } from "#lib/domain/ports/tokens.ts";
import type { EndStep, PageStep } from "#lib/fediverse/follower-list/pages.ts";
import { writeTogether } from "#lib/flow/write-together.ts";
import { saveCursor } from "#lib/store/check/checks.ts";
import { savePeople } from "#lib/store/check/people.ts";
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
  NOWHERE,
  type RunState,
  readAt,
  setSide,
  sideOf,
  stepOf,
} from "../state/run-state.ts";
import { listPages } from "./list-pages.ts";
import { personOf } from "./person-of.ts";
import { tryAgainAt } from "./retry-page.ts";
import { isWhole } from "./whole-list.ts";

/** Until when the list's server asked us to wait, or nothing when the list has ended one way or the other. */
export type Collected = { readonly until?: string };

/** Reads one of the two lists from where it stopped. A page of people and the place behind it commit together. */
export async function collect(run: Run, runState: RunState, which: ListName, pageKept: () => void): Promise<Collected> {
  const side = sideOf(runState, which);
  if (!side?.acct || runState.places[which].ended) return {};
  const pass = await passFor(run, side, which);
  if (!side.account.known && !side.actor.known && !pass) {
    const { gap: why, source } = side.account;
    const end = { kind: "end", complete: false, read: 0, gap: why, ...(source ? { source } : {}) } as const;
    await keepEnd(run, runState, which, end);
    return {};
  }
  const read = (by: Pass | undefined) => readFrom({ run, runState, which, side, pageKept }, by);
  if (pass && runState.places[which].signedIn) return end(run, runState, which, await read(pass));
  const asStranger = await read(undefined);
  if (!pass || !asStranger || !isHelped(asStranger)) return end(run, runState, which, asStranger);
  runState.places[which] = signedInPlace(runState.places[which]);
  const asOwner = await read(pass);
  // A token that does not help says nothing about the list.
  const told = asOwner && (asOwner.complete || asOwner.until || readAt(runState.places[which]) > 0);
  return end(run, runState, which, told ? asOwner : asStranger);
}

/** For the account whose list it is, and on its own server alone. */
async function passFor({ id, deps }: Run, side: Side, which: ListName): Promise<Pass | undefined> {
  const pass = await deps.tokens.of(id, which);
  return pass?.signedIn.host === side.webHost ? pass : undefined;
}

/** What is public is asked for without the token; it is used where strangers are shown no more, or not now. */
const isHelped = ({ complete, gap: why }: EndStep): boolean =>
  !complete && why !== undefined && why !== "unreachable" && why !== "bad-answer" && why !== "not-asked";

/** The pages of the software's own way have the same places for everybody; a collection's are of no use to it. */
function signedInPlace({ cursor, read }: ListPlace): ListPlace {
  return cursor?.via === "api" ? { cursor, read, signedIn: true } : { ...NOWHERE, signedIn: true };
}

type Reading = {
  readonly run: Run;
  readonly runState: RunState;
  readonly which: ListName;
  readonly side: Side;
  readonly pageKept: () => void;
};

/** Up to the list's end, or to why it did not get there; nothing where the run itself is ending. */
async function readFrom(
  { run, runState, which, side, pageKept }: Reading,
  pass: Pass | undefined,
): Promise<EndStep | undefined> {
  const writer = writeTogether<PageStep>(async (group) => {
    await keepPages(run, runState, which, group);
    pageKept();
  });
  let last: EndStep | undefined;
  for await (const step of listPages(run, side, runState.places[which], pass)) {
    if (run.signal.aborted) break;
    if (step.kind === "page") await writer.add(step);
    else last = step;
  }
  await writer.all();
  return last;
}

async function end(run: Run, runState: RunState, which: ListName, step: EndStep | undefined): Promise<Collected> {
  const until = step && (await endOrWait(run, runState, which, step));
  return until ? { until } : {};
}

/** When to come back, where the list's server wants to be left alone or fell silent for once. */
async function endOrWait(run: Run, runState: RunState, which: ListName, end: EndStep): Promise<string | undefined> {
  if (end.until && end.gap === "over-budget") return end.until;
  const again = tryAgainAt(end, runState.places[which], run.deps.now());
  await (again ? keepStumble(run, runState, which) : keepEnd(run, runState, which, end));
  return again;
}

async function keepPages(
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
    ...(before.signedIn ? { signedIn: true } : {}),
    cursor: group[placed]?.cursor ?? before.cursor,
    read: before.read + people.length - tail,
    tail,
  };
  const { source } = group[0];
  const list = known(readSoFar(runState, which, readAt(place), true), source);
  await keep(run, runState, which, place, list, people, { signedIn: before.signedIn ? group.length : 0 });
}

async function keepEnd(run: Run, runState: RunState, which: ListName, end: EndStep): Promise<void> {
  const read = readAt(runState.places[which]);
  const ended = { complete: end.complete, ...(end.gap ? { gap: end.gap } : {}) };
  const now = endedList(runState, which, end);
  const before = readingBefore(runState.row, which, now, run.deps.now());
  const place = { cursor: null, read, ended };
  await keep(run, runState, which, place, before ?? now, [], { dropUnread: before === undefined });
}

async function keepStumble(run: Run, runState: RunState, which: ListName): Promise<void> {
  const place = { ...runState.places[which], tail: 0, missed: (runState.places[which].missed ?? 0) + 1 };
  runState.places[which] = place;
  await run.inTurn(() => run.write(stepOf(which), (on) => saveCursor(on, stepOf(which), place)));
}

function endedList(runState: RunState, which: ListName, { complete, gap: why, source }: EndStep): Fact<ListRead> {
  const read = readAt(runState.places[which]);
  const before = sideOf(runState, which)?.list;
  const from: Source | undefined = before?.known ? before.source : source;
  if (read === 0 && !complete) return gap(why ?? "bad-answer", source);
  const soFar = readSoFar(runState, which, read, false);
  const whole = complete && isWhole(read, soFar.count);
  const value = { ...soFar, ...(whole ? {} : { stoppedBy: why ?? "bad-answer" }) };
  return { ...known(value, from ?? { kind: "network", at: runState.facts.now }), complete: whole };
}

function readSoFar(runState: RunState, which: ListName, read: number, stillReading: boolean): ListRead {
  const account = sideOf(runState, which)?.account;
  const total = account?.known ? account.value.followers : undefined;
  return { read, ...(total === undefined ? {} : { count: total }), ...(stillReading ? { stillReading } : {}) };
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
