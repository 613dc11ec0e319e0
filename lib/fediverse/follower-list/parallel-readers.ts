import { defined } from "#lib/flow/defined.ts";
import type { Row } from "../question/adapter.ts";
import { cut, type Interval, isEmpty, PARTS, written } from "./intervals.ts";
import { type Cursor, type EndStep, type OnePage, type PageStep, readPages } from "./pages.ts";

/**
 * `expected`: how many people are thought to stand in what is left. `each`: numbers to a person, by the last page.
 * Follows stand thick where many came on one day, as on the day of a move, and thin elsewhere: equal intervals would
 * leave one reader with nearly everybody.
 */
type Reader = {
  rest: Interval | null;
  expected: number;
  each: number | undefined;
  readonly pages: AsyncGenerator<PageStep, EndStep>;
  /** The bound that the page under way was asked with: by now a cut may stand above it. */
  asked: string;
  /** Right below a cut nothing has come yet. */
  atCut: boolean;
  end?: EndStep;
  next?: Promise<Turn>;
};
type Turn = { readonly of: Reader; readonly step: IteratorResult<PageStep, EndStep> };
type AskPage = (interval: Interval) => Promise<OnePage>;

/** Less than this is read sooner than a second reader finds its place. */
const WORTH_SHARING = 160;

/**
 * Pages of all intervals as they come. Each carries what is left of all of them, so that a stop loses nothing. Who has
 * come to an end takes over half of what the busiest still has to read.
 */
export async function* readInParallel(
  askPage: AskPage,
  intervals: readonly Interval[],
  people: number,
): AsyncGenerator<PageStep, EndStep> {
  const readers = intervals.map((interval) => open(askPage, interval, people / intervals.length));
  const once = everybodyOnce();
  let read = 0;
  for (;;) {
    share(askPage, readers, people - read);
    const running = readers.filter(isRunning);
    if (running.length === 0) return joined(readers, read);
    for (const of of running) of.next ??= of.pages.next().then((step) => ({ of, step }));
    const { of, step } = await Promise.race(running.flatMap(({ next }) => next ?? []));
    delete of.next;
    if (step.done) close(of, step.value);
    else {
      const rows = once(of, step.value.rows);
      advance(readers, of, step.value);
      read += rows.length;
      yield { ...step.value, rows, cursor: placeOf(readers) };
    }
  }
}

function open(askPage: AskPage, interval: Interval, expected: number, each?: number, atCut = false): Reader {
  const ask = (below: string | null): Promise<OnePage> => {
    reader.asked = reader.rest?.above ?? interval.above;
    return askPage({ below: below ?? interval.below, above: reader.asked });
  };
  const pages = readPages(ask, inApi(interval.below));
  const reader: Reader = { rest: interval, expected, each, pages, asked: interval.above, atCut };
  return reader;
}

const isRunning = ({ end }: Reader): boolean => end === undefined;

function close(reader: Reader, end: EndStep): void {
  reader.end = end;
  reader.expected = 0;
  if (end.complete) reader.rest = null;
}

/** A page asked for before a cut and the first one below it may hold the same people. */
function everybodyOnce(): (of: Reader, rows: readonly Row[]) => readonly Row[] {
  const met = new Set<string>();
  return (of, rows) => {
    const fresh = rows.filter((row) => !met.has(keyOf(row)));
    if (of.atCut || reachesBelowCut(of)) for (const row of rows) met.add(keyOf(row));
    of.atCut = false;
    return fresh;
  };
}

const keyOf = ({ uri, acct }: Row): string => uri ?? acct ?? "";
const reachesBelowCut = ({ asked, rest }: Reader): boolean => rest !== null && rest.above !== asked;

function advance(readers: readonly Reader[], reader: Reader, { rows, cursor, source }: PageStep): void {
  const { rest } = reader;
  const next = cursor?.at ?? null;
  reader.expected = Math.max(1, reader.expected - rows.length);
  if (!rest) return;
  const end: EndStep = { kind: "end", complete: true, source, read: rows.length };
  if (reachesBelowCut(reader)) shorten(readers, rest.above, next ?? reader.asked, end);
  if (next !== null && rows.length > 0) reader.each = Number(BigInt(rest.below) - BigInt(next)) / rows.length;
  // Whether the list was whole is what the reading itself says next.
  if (next === null) reader.rest = null;
  else moveTo(reader, next, end);
}

/** What a page from above has brought need not be read again below the cut. */
function shorten(readers: readonly Reader[], cutAt: string, reached: string, end: EndStep): void {
  const lower = readers.find(({ rest, atCut }) => atCut && rest && BigInt(rest.below) === BigInt(cutAt) + 1n);
  if (lower) moveTo(lower, reached, end);
}

function moveTo(reader: Reader, place: string, end: EndStep): void {
  if (!reader.rest) return;
  const { below, above } = reader.rest;
  reader.rest = { below: BigInt(place) < BigInt(below) ? place : below, above };
  if (isEmpty(reader.rest)) close(reader, end);
}

/** As many readers as may ask at once, as long as one of them has enough to give some of it away. */
function share(askPage: AskPage, readers: Reader[], unread: number): void {
  const running = readers.filter(isRunning);
  const total = running.reduce((sum, { expected }) => sum + expected, 0);
  for (const reader of running) reader.expected *= Math.max(unread, running.length) / Math.max(total, 1);
  // Who was sent away would be sent away again, with less left to read at each place.
  if (readers.some(({ end }) => end?.complete === false)) return;
  for (let free = PARTS - running.length; free > 0; free -= 1) {
    const [busiest] = readers.filter(isRunning).sort((one, other) => other.expected - one.expected);
    const taken = busiest && halved(askPage, busiest);
    if (!taken) return;
    readers.push(taken);
  }
}

/** Cut where half of those expected are thought to stand; above that at least where the next page begins. */
function halved(askPage: AskPage, busiest: Reader): Reader | undefined {
  const { rest, expected, each } = busiest;
  if (!rest || expected < WORTH_SHARING) return undefined;
  const width = Number(BigInt(rest.below) - BigInt(rest.above));
  const thick = Math.min(width, each === undefined ? width : each * expected);
  const parts = cut(rest, BigInt(rest.below) - BigInt(Math.max(1, Math.round(thick / 2))));
  if (isEmpty(parts.upper) || isEmpty(parts.lower)) return undefined;
  busiest.rest = parts.upper;
  busiest.expected = expected / 2;
  return open(askPage, parts.lower, expected / 2, each, true);
}

const inApi = (at: string): Cursor => ({ via: "api", at });

function placeOf(readers: readonly Reader[]): Cursor | null {
  const left = readers.flatMap(({ rest }) => rest ?? []);
  return left.length > 0 ? inApi(written(left)) : null;
}

function joined(readers: readonly Reader[], read: number): EndStep {
  const ends = readers.flatMap(({ end }) => end ?? []);
  const stopped = ends.filter((end) => !end.complete);
  const until = stopped
    .flatMap((end) => end.until ?? [])
    .sort()
    .at(-1);
  const [first = ends[0]] = stopped;
  const { cursor: _, ...end } = first ?? { kind: "end", complete: true, read };
  const cursor = stopped.length > 0 ? placeOf(readers) : null;
  return { ...end, read, ...defined({ until, cursor }) };
}
