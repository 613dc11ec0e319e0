import { type ListEnd, type ListPage, type OnePage, readPages } from "./pages.ts";

/**
 * Pages that name only their follower can be read one after another alone. Where a place is a number and a lower
 * bound can be set, the rest of a list falls into stretches that are read side by side.
 */
export type Stretch = { readonly below: string; readonly above: string };

const PARTS = 4;
const NUMBER = /^\d{1,30}$/;

/** The rest of a list from a place on. Undefined where the place is no number. */
export function split(from: string): readonly Stretch[] | undefined {
  if (!NUMBER.test(from)) return undefined;
  const [top, parts] = [BigInt(from), BigInt(PARTS)];
  // A bound belongs to the upper stretch: what is above the one before it is left to the next.
  const bounds = Array.from({ length: PARTS + 1 }, (_, at) => (top * BigInt(PARTS - at)) / parts);
  return bounds.slice(1).map((bound, at) => {
    const below = String(bounds[at] ?? 0n);
    return { below, above: bound > 0n ? String(bound - 1n) : "0" };
  });
}

/** `90-61,60-31`: what is left of each stretch, as one place. */
export const written = (stretches: readonly Stretch[]): string =>
  stretches.map(({ below, above }) => `${below}-${above}`).join(",");

export function stretchesIn(at: string): readonly Stretch[] | undefined {
  const parts = at.split(",").map((part) => /^(\d{1,30})-(\d{1,30})$/.exec(part));
  return parts.every((part) => part !== null)
    ? parts.map(([, below = "", above = ""]) => ({ below, above }))
    : undefined;
}

type Reading = { rest: Stretch | null; end?: ListEnd; next?: Promise<Turn> };
type Turn = { readonly of: Reading; readonly step: IteratorResult<ListPage, ListEnd> };

/** Pages of all stretches as they come. Each carries what is left of all of them, so that a stop loses nothing. */
export async function* readStretches(
  askPage: (stretch: Stretch) => Promise<OnePage>,
  stretches: readonly Stretch[],
): AsyncGenerator<ListPage, ListEnd> {
  const readings = stretches.map((stretch): Reading & { pages: AsyncGenerator<ListPage, ListEnd> } => ({
    rest: stretch,
    pages: readPages((below) => askPage({ ...stretch, below: below ?? stretch.below }), stretch.below),
  }));
  for (;;) {
    const running = readings.filter(({ end }) => end === undefined);
    if (running.length === 0) return joined(readings);
    for (const of of running) of.next ??= of.pages.next().then((step) => ({ of, step }));
    const { of, step } = await Promise.race(running.flatMap(({ next }) => next ?? []));
    delete of.next;
    if (step.done) {
      of.end = step.value;
      if (step.value.complete) of.rest = null;
    } else {
      of.rest = step.value.next === null || !of.rest ? null : { ...of.rest, below: step.value.next };
      yield { ...step.value, next: placeOf(readings) };
    }
  }
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
