import type { ListRead, Person } from "#lib/domain/evidence/evidence.ts";
import { type Fact, gap, known, type Source } from "#lib/domain/evidence/fact.ts";
import { keepTogether } from "#lib/flow/keep-together.ts";
import { saveCursor } from "#lib/store/check/checks.ts";
import { savePeople } from "#lib/store/check/people.ts";
import { staleAll } from "#lib/store/check/servers.ts";
import { saveWhole } from "../judge/judge.ts";
import type { Run } from "../state/run-lease.ts";
import {
  type Book,
  count,
  type ListName,
  type ListPlace,
  readAt,
  setSide,
  sideOf,
  stepOf,
} from "../state/run-state.ts";
import { type EndStep, listPages, type PageStep } from "./list-pages.ts";
import { personOf } from "./person-of.ts";
import { tryAgainAt } from "./retry-page.ts";

/** Until when the list's server asked us to wait, or nothing when the list has ended one way or the other. */
export type Collected = { readonly until?: string };

/** Reads one of the two lists from where it stopped. A page of people and the place behind it commit together. */
export async function collect(run: Run, book: Book, which: ListName, ring: () => void): Promise<Collected> {
  const side = sideOf(book, which);
  const place = book.places[which];
  if (!side?.acct || place.ended) return {};
  if (!side.account.known && !side.actor.known) {
    const { gap: why, source } = side.account;
    await keepEnd(run, book, which, { kind: "end", complete: false, read: 0, gap: why, ...(source ? { source } : {}) });
    return {};
  }
  const keeping = keepTogether<PageStep>(async (group) => {
    await keepPages(run, book, which, group);
    ring();
  });
  for await (const step of listPages(run, side, place)) {
    if (run.signal.aborted) break;
    if (step.kind === "page") {
      await keeping.add(step);
      continue;
    }
    await keeping.all();
    const until = await endOrWait(run, book, which, step);
    if (until) return { until };
  }
  await keeping.all();
  return {};
}

/** When to come back, where the list's server wants to be left alone or fell silent for once. */
async function endOrWait(run: Run, book: Book, which: ListName, end: EndStep): Promise<string | undefined> {
  if (end.until && end.gap === "over-budget") return end.until;
  const again = tryAgainAt(end, book.places[which], run.deps.now());
  await (again ? keepStumble(run, book, which) : keepEnd(run, book, which, end));
  return again;
}

async function keepPages(
  run: Run,
  book: Book,
  which: ListName,
  group: readonly [PageStep, ...PageStep[]],
): Promise<void> {
  const pages = group.map(({ rows }) => rows.flatMap((row) => personOf(book, which, row)));
  const people = pages.flat();
  const before = book.places[which];
  const placed = group.findLastIndex(({ cursor }) => cursor !== null);
  const tail = pages.slice(placed + 1).flat().length;
  const place: ListPlace = {
    cursor: group[placed]?.cursor ?? before.cursor,
    read: before.read + people.length - tail,
    tail,
  };
  const { source } = group[0];
  await keep(run, book, which, place, known(readSoFar(book, which, readAt(place), true), source), people);
}

async function keepEnd(run: Run, book: Book, which: ListName, end: EndStep): Promise<void> {
  const read = readAt(book.places[which]);
  const ended = { complete: end.complete, ...(end.gap ? { gap: end.gap } : {}) };
  await keep(run, book, which, { cursor: null, read, ended }, endedList(book, which, end), []);
}

async function keepStumble(run: Run, book: Book, which: ListName): Promise<void> {
  const place = { ...book.places[which], tail: 0, stumbles: (book.places[which].stumbles ?? 0) + 1 };
  book.places[which] = place;
  await run.inTurn(() => run.write(stepOf(which), (on) => saveCursor(on, stepOf(which), place)));
}

function endedList(book: Book, which: ListName, { complete, gap: why, source }: EndStep): Fact<ListRead> {
  const read = readAt(book.places[which]);
  const before = sideOf(book, which)?.list;
  const from: Source | undefined = before?.known ? before.source : source;
  if (read === 0 && !complete) return gap(why ?? "bad-answer", source);
  const value = { ...readSoFar(book, which, read, false), ...(complete ? {} : { stoppedBy: why ?? "bad-answer" }) };
  return { ...known(value, from ?? { kind: "network", at: book.facts.now }), complete };
}

function readSoFar(book: Book, which: ListName, read: number, stillReading: boolean): ListRead {
  const account = sideOf(book, which)?.account;
  const total = account?.known ? account.value.followers : undefined;
  return { read, ...(total === undefined ? {} : { count: total }), ...(stillReading ? { stillReading } : {}) };
}

async function keep(
  run: Run,
  book: Book,
  which: ListName,
  place: ListPlace,
  list: Fact<ListRead>,
  people: readonly Person[],
): Promise<void> {
  const step = stepOf(which);
  await run.inTurn(() =>
    run.write(step, async (on) => {
      const first = book.places[which].read === 0;
      book.places[which] = place;
      setSide(book, which, { list });
      const total = list.known ? (list.value.count ?? null) : null;
      count(book, step, readAt(place), place.ended ? place.read : total);
      await savePeople(on, people);
      await saveCursor(on, step, place);
      await saveWhole(on, book);
      // What a list that begins or ends says about those who are not in it holds for everybody.
      if (first || place.ended) await staleAll(on);
    }),
  );
}
