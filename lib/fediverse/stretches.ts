import { cut, isEmpty, PARTS, type Stretch, written } from "./intervals.ts";
import { type ListEnd, type ListPage, type OnePage, readPages } from "./pages.ts";

/**
 * `expected`: how many people are thought to stand in what is left. `each`: numbers to a person, by the last page.
 * Follows stand thick where many came on one day, as on the day of a move, and thin elsewhere: equal stretches would
 * leave one reader with nearly everybody.
 */
type Reading = {
  rest: Stretch | null;
  expected: number;
  each: number | undefined;
  readonly pages: AsyncGenerator<ListPage, ListEnd>;
  end?: ListEnd;
  next?: Promise<Turn>;
};
type Turn = { readonly of: Reading; readonly step: IteratorResult<ListPage, ListEnd> };
type AskPage = (stretch: Stretch) => Promise<OnePage>;

/** Less than this is read sooner than a second reader finds its place. */
const WORTH_SHARING = 160;

/**
 * Pages of all stretches as they come. Each carries what is left of all of them, so that a stop loses nothing. Who has
 * come to an end takes over half of what the busiest still has to read.
 */
export async function* readStretches(
  askPage: AskPage,
  stretches: readonly Stretch[],
  people: number,
): AsyncGenerator<ListPage, ListEnd> {
  const readings = stretches.map((stretch) => open(askPage, stretch, people / stretches.length));
  let unread = people;
  for (;;) {
    share(askPage, readings, unread);
    const running = readings.filter(isRunning);
    if (running.length === 0) return joined(readings);
    for (const of of running) of.next ??= of.pages.next().then((step) => ({ of, step }));
    const { of, step } = await Promise.race(running.flatMap(({ next }) => next ?? []));
    delete of.next;
    if (step.done) close(of, step.value);
    else {
      advance(of, step.value);
      unread -= step.value.rows.length;
      yield { ...step.value, next: placeOf(readings) };
    }
  }
}

function open(askPage: AskPage, stretch: Stretch, expected: number, each?: number): Reading {
  const above = (): string => reading.rest?.above ?? stretch.above;
  const pages = readPages((below) => askPage({ below: below ?? stretch.below, above: above() }), stretch.below);
  const reading: Reading = { rest: stretch, expected, each, pages };
  return reading;
}

const isRunning = ({ end }: Reading): boolean => end === undefined;

function close(reading: Reading, end: ListEnd): void {
  reading.end = end;
  reading.expected = 0;
  if (end.complete) reading.rest = null;
}

function advance(reading: Reading, { rows, next, source }: ListPage): void {
  const { rest } = reading;
  reading.expected = Math.max(1, reading.expected - rows.length);
  if (rest && next !== null && rows.length > 0) reading.each = Number(BigInt(rest.below) - BigInt(next)) / rows.length;
  reading.rest = next === null || !rest ? null : { ...rest, below: next };
  // Its lower part was taken over while this page was under way, and the page reaches into it.
  if (reading.rest && isEmpty(reading.rest)) close(reading, { complete: true, source, read: rows.length });
}

/** As many readers as may ask at once, as long as one of them has enough to give some of it away. */
function share(askPage: AskPage, readings: Reading[], unread: number): void {
  const running = readings.filter(isRunning);
  const total = running.reduce((sum, { expected }) => sum + expected, 0);
  for (const reading of running) reading.expected *= Math.max(unread, running.length) / Math.max(total, 1);
  for (let free = PARTS - running.length; free > 0; free -= 1) {
    const [busiest] = readings.filter(isRunning).sort((one, other) => other.expected - one.expected);
    const taken = busiest && halved(askPage, busiest);
    if (!taken) return;
    readings.push(taken);
  }
}

/** Cut where half of those expected are thought to stand; above that at least where the next page begins. */
function halved(askPage: AskPage, busiest: Reading): Reading | undefined {
  const { rest, expected, each } = busiest;
  if (!rest || expected < WORTH_SHARING) return undefined;
  const width = Number(BigInt(rest.below) - BigInt(rest.above));
  const thick = Math.min(width, each === undefined ? width : each * expected);
  const parts = cut(rest, BigInt(rest.below) - BigInt(Math.max(1, Math.round(thick / 2))));
  if (isEmpty(parts.upper) || isEmpty(parts.lower)) return undefined;
  busiest.rest = parts.upper;
  busiest.expected = expected / 2;
  return open(askPage, parts.lower, expected / 2, each);
}

function placeOf(readings: readonly Reading[]): string | null {
  const left = readings.flatMap(({ rest }) => rest ?? []);
  return left.length > 0 ? written(left) : null;
}

function joined(readings: readonly Reading[]): ListEnd {
  const ends = readings.flatMap(({ end }) => end ?? []);
  const read = ends.reduce((sum, end) => sum + end.read, 0);
  const stopped = ends.filter((end) => !end.complete);
  const until = stopped
    .flatMap((end) => end.until ?? [])
    .sort()
    .at(-1);
  const [first = ends[0]] = stopped;
  const { at: _, ...end } = first ?? { complete: true, read };
  const place = placeOf(readings);
  return { ...end, read, ...(until ? { until } : {}), ...(stopped.length > 0 && place !== null ? { at: place } : {}) };
}
