/** What a world's latencies and windows allow at best; milliseconds throughout. */
export type Shape = {
  /** WebFinger and the account, one after the other, on the slower of the mover's two servers. */
  readonly lookUpMs: number;
  readonly old: ListShape;
  readonly fresh: ListShape;
  readonly servers: readonly ServerShape[];
};
export type ListShape = { readonly pages: number; readonly pageMs: number };
export type ServerShape = {
  /** All its names: requests to any of them are requests to it. */
  readonly names: readonly string[];
  /** One usual answer, or how long its silence is waited for. */
  readonly answerMs: number;
  readonly silent: boolean;
  /** First met on the last page of the old list. */
  readonly late: boolean;
};
export type Means = {
  /** Pages of one list under way at the same time. */
  readonly cursors: number;
  /** Servers asked at the same time. */
  readonly servers: number;
  /** Requests that one server got, by any of its names. */
  readonly asked: (names: readonly string[]) => number;
  /** So many of them have to follow each other; the rest may go two at a time, and no more than that is polite. */
  readonly inARow: number;
  /** Left of the window of paged requests on the mover's servers, and until its end. */
  readonly pagesLeft: number;
  readonly windowEndsMs: number;
};

const WINDOW_MS = 15 * 60_000;
const PAGES_A_WINDOW = 300;

const AT_ONCE = 2;

/** No program that asks the same can be faster than this without asking anybody more at once. */
export function limitOf({ lookUpMs, old, fresh, servers }: Shape, means: Means): number {
  const times = servers.map(({ names, silent, answerMs }) =>
    silent ? answerMs : answerMs * roundsOf(means.asked(names), means.inARow),
  );
  const late = servers.flatMap(({ late }, at) => (late ? [times[at] ?? 0] : []));
  const longest = Math.max(0, ...times);
  const together = times.reduce((sum, time) => sum + time, 0) / means.servers;
  const asked = Math.max(listMs(old, means) + Math.max(0, ...late), firstPageMs(old) + Math.max(longest, together));
  return lookUpMs + Math.max(listMs(fresh, means), asked);
}

const roundsOf = (asked: number, inARow: number): number =>
  Math.min(asked, inARow) + Math.ceil(Math.max(0, asked - inARow) / AT_ONCE);

const firstPageMs = ({ pages, pageMs }: ListShape): number => (pages > 0 ? pageMs : 0);

/** The first page says where the list begins; the rest is read side by side, unless the window holds it up. */
export function listMs({ pages, pageMs }: ListShape, means: Means): number {
  if (pages === 0) return 0;
  const read = (Math.ceil((pages - 1) / means.cursors) + 1) * pageMs;
  return Math.max(read, waitMs(pages - 1, means));
}

/** Windows are fixed; beyond the one under way each holds the same number of pages. */
function waitMs(paged: number, { pagesLeft, windowEndsMs }: Means): number {
  if (paged <= pagesLeft) return 0;
  return windowEndsMs + (Math.ceil((paged - pagesLeft) / PAGES_A_WINDOW) - 1) * WINDOW_MS;
}

/** Two processors at most: a machine that has more to compute than to wait for is bound by that. */
export const withComputing = (limitMs: number, cpuMs: number): number => Math.max(limitMs, cpuMs / 2);
